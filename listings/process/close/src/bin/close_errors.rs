use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::{SigHandler, Signal, signal};

fn main() -> Result<()> {
    let mut early = Process::new(|| ());
    early.close()?;
    println!("start after close: {}", early.start().unwrap_err());

    let minute = Duration::from_secs(60);
    let mut child = Process::new(|| sleep(minute)).with_daemon(true);
    child.start()?;
    println!("while running: {}", child.close().unwrap_err());
    child.kill()?;
    child.join()?;
    child.close()?;

    let mut lost = Process::new(|| sleep(minute)).with_daemon(true);
    lost.start()?;
    // SAFETY: no handler of this program's is replaced.
    unsafe { signal(Signal::SIGCHLD, SigHandler::SigIgn) }?;
    lost.kill()?;
    println!("lost: {}", lost.join().unwrap_err());
    lost.close()?;
    println!("closed all the same");
    Ok(())
}
