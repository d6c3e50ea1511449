use std::io::{Read, pipe};
use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::Result;
use multiprocessing::Process;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

fn main() -> Result<()> {
    let (mut started, not_yet) = pipe()?;
    let mut child = Process::new(|| {
        let error = Command::new("sleep").arg("60").exec();
        panic!("cannot run sleep: {error}");
    })
    .with_daemon(true);
    child.start()?;
    drop(not_yet);
    started.read_to_end(&mut Vec::new())?; // ①
    let mut fds = [PollFd::new(child.sentinel()?, PollFlags::POLLIN)];
    let ready = poll(&mut fds, PollTimeout::ZERO)?;
    println!("sentinels that are ready: {ready}");
    println!("the child is alive: {}", child.is_alive()?);
    child.kill()?;
    child.join()?;
    Ok(())
}
