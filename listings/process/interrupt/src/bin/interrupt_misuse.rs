use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let nap = || sleep(Duration::from_secs(60));
    let mut cook = Process::new(nap).with_daemon(true);
    println!("before start: {}", cook.interrupt().unwrap_err());

    cook.start()?;
    let mut sister = Process::new(|| {
        println!("in a sister: {:?}", cook.interrupt());
    });
    sister.start()?;
    sister.join()?;
    drop(sister);
    cook.join()?;
    println!("the exit code is {:?}", cook.exitcode()?);
    println!("after the end: {:?}", cook.interrupt());
    cook.close()?;
    println!("after close: {}", cook.interrupt().unwrap_err());
    Ok(())
}
