use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let mut child = Process::new(|| ());
    println!("before start: {}", child.join().unwrap_err());

    child.start()?;
    let mut sister = Process::new(|| {
        println!("in a sister: {}", child.join().unwrap_err());
    });
    sister.start()?;
    sister.join()?;

    child.join()?;
    let no_time = child.join_timeout(Duration::ZERO)?;
    println!("after the end: ended is {no_time}");
    drop(sister);
    child.close()?;
    println!("after close: {}", child.join().unwrap_err());
    Ok(())
}
