use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let nap = || sleep(Duration::from_secs(60));
    let mut guest = Process::new(nap).with_daemon(true);
    println!("before start: {}", guest.kill().unwrap_err());

    guest.start()?;
    let mut sister = Process::new(|| {
        println!("in a sister: {:?}", guest.kill());
    });
    sister.start()?;
    sister.join()?;
    drop(sister);
    guest.join()?;
    println!("the exit code is {:?}", guest.exitcode()?);
    println!("after the end: {:?}", guest.kill());
    guest.close()?;
    println!("after close: {}", guest.kill().unwrap_err());
    Ok(())
}
