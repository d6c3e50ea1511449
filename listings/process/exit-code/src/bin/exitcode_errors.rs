use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let minute = Duration::from_secs(60);
    let mut child = Process::new(|| sleep(minute)).with_daemon(true);
    child.start()?;
    let mut sister = Process::new(|| {
        println!("in a sister: {}", child.exitcode().unwrap_err());
    });
    sister.start()?;
    sister.join()?;
    drop(sister);

    child.kill()?;
    child.join()?;
    child.close()?;
    println!("after close: {}", child.exitcode().unwrap_err());
    Ok(())
}
