use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

fn main() -> Result<()> {
    let minute = Duration::from_secs(60);
    let mut child = Process::new(|| sleep(minute)).with_daemon(true);
    println!("before start: {}", child.sentinel().unwrap_err());
    child.start()?;
    println!("while it runs: {} ready", ready(&child)?);
    child.kill()?;
    child.join()?;
    println!("after join: {} ready", ready(&child)?);
    println!("once more: {} ready", ready(&child)?);
    child.close()?;
    println!("after close: {}", child.sentinel().unwrap_err());
    Ok(())
}

fn ready(child: &Process) -> Result<i32> {
    let mut fds = [PollFd::new(child.sentinel()?, PollFlags::POLLIN)];
    Ok(poll(&mut fds, PollTimeout::ZERO)?)
}
