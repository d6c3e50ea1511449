use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::Result;
use multiprocessing::Process;

fn join_all(children: &[Process], timeout: Duration) -> Result<bool> {
    let start = Instant::now();
    for child in children {
        let left = timeout.saturating_sub(start.elapsed());
        if !child.join_timeout(left)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn main() -> Result<()> {
    let mut children = Vec::new();
    for seconds in [0, 0, 60] {
        let nap = move || sleep(Duration::from_secs(seconds));
        let mut child = Process::new(nap).with_daemon(true);
        child.start()?;
        children.push(child);
    }
    let second = Duration::from_secs(1);
    println!("all ended: {}", join_all(&children, second / 5)?);
    children[2].terminate()?;
    println!("all ended: {}", join_all(&children, second)?);
    Ok(())
}
