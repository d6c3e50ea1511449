use std::process::Command;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let mut radio = Process::new(|| ());
    radio.set_daemon(true)?;
    radio.start()?;
    println!("after start: {}", radio.set_daemon(false).unwrap_err());
    radio.join()?;
    println!("after the end: {}", radio.set_daemon(false).unwrap_err());
    radio.close()?;
    radio.set_daemon(false)?;
    println!("after close: no error");

    let mut shop = Process::new(|| {
        let mut baker = Process::new(|| ());
        println!("made in a daemon: daemon is {}", baker.daemon()); // ①
        println!("started in a daemon: {}", baker.start().unwrap_err());
        let mut echo = Command::new("echo"); // ②
        let echo = echo.arg("another program in a daemon: no error");
        echo.status().expect("the program runs");
    })
    .with_daemon(true);
    shop.start()?;
    shop.join()?;
    Ok(())
}
