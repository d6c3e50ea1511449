use std::io::{PipeReader, Read, pipe};
use std::os::fd::AsFd;
use std::process::Command;

use anyhow::{Context, Result};
use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, poll};

/// Would a read return, or does it sleep longer than 0.2 s?
fn returns(reader: &PipeReader) -> Result<bool> {
    let mut watched = [PollFd::new(reader.as_fd(), PollFlags::POLLIN)];
    loop {
        match poll(&mut watched, 200u16) {
            Err(Errno::EINTR) => {}
            ready => return Ok(ready? == 1),
        }
    }
}

fn main() -> Result<()> {
    let (mut reader, writer) = pipe()?;
    let mut command = Command::new("echo");
    command.arg("bread").stdout(writer); // ①
    let mut echo = command.spawn().context("cannot run echo")?;
    echo.wait()?; // ②
    reader.read_exact(&mut [0; 6])?; // ③
    println!("echo has ended, a read returns: {}", returns(&reader)?);
    drop(command); // ④
    println!("no writer left, a read returns: {}", returns(&reader)?);
    println!("and gives {} bytes", reader.read(&mut [0; 6])?); // ⑤
    Ok(())
}
