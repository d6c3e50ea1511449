use std::io::{self, Read};
use std::os::fd::{AsFd, OwnedFd};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::unistd;

/// Does the end of the pipe come while a program runs that was started
/// between its beginning and its end?
fn ends(read: OwnedFd, write: OwnedFd) -> Result<bool> {
    let mut sh = Command::new("sh");
    sh.args(["-c", "echo !; read line"]); // ①
    sh.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut sibling = sh.spawn().context("cannot run sh")?;
    let runs = sibling.stdout.as_mut().map(|pipe| pipe.read(&mut [0])); // ②
    drop(write); // ③
    let mut pipe = [PollFd::new(read.as_fd(), PollFlags::POLLIN)];
    let ended = poll(&mut pipe, PollTimeout::ZERO); // ④
    sibling.wait().context("cannot wait")?; // ⑤
    runs.transpose()?;
    Ok(ended? == 1)
}

fn main() -> Result<()> {
    let (read, write) = io::pipe()?;
    println!("std::io::pipe ends:     {}", ends(read.into(), write.into())?);
    let (read, write) = unistd::pipe()?;
    println!("nix::unistd::pipe ends: {}", ends(read, write)?);
    Ok(())
}
