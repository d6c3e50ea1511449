use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let nap = || sleep(Duration::from_secs(60));
    let mut child = Process::new(nap).with_daemon(true);
    println!("before start: {}", child.join().unwrap_err());

    child.start()?;
    let ended = child.join_timeout(Duration::ZERO)?;
    println!("no time: ended is {ended}");
    let mut sister = Process::new(|| {
        println!("in a sister: {}", child.join().unwrap_err());
    });
    sister.start()?;
    sister.join()?;
    drop(sister);

    child.kill()?;
    child.join()?;
    let ended = child.join_timeout(Duration::ZERO)?;
    println!("after the end: ended is {ended}");
    child.close()?;
    println!("after close: {}", child.join().unwrap_err());
    Ok(())
}
