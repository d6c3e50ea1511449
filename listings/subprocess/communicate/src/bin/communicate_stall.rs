use std::io::{Read, Result, Write};
use std::os::fd::AsFd;
use std::process::{ChildStdin, Command, Stdio};

use anyhow::Context;
use nix::poll::{PollFd, PollFlags, poll};

static LETTER: [u8; 1 << 20] = [b'x'; 1 << 20];

/// Writes it all, or until the pipe takes nothing for half a second.
fn write_all(mut pipe: &ChildStdin) -> Result<usize> {
    for (n, piece) in LETTER.chunks(4096).enumerate() {
        let mut watched = [PollFd::new(pipe.as_fd(), PollFlags::POLLOUT)];
        if poll(&mut watched, 500u16)? == 0 {
            return Ok(n * 4096); // ①
        }
        pipe.write_all(piece)?; // ②
    }
    Ok(LETTER.len())
}

fn main() -> anyhow::Result<()> {
    let mut command = Command::new("cat");
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut cat = command.spawn().context("cannot run cat")?;
    let sent = cat.stdin.as_ref().map(write_all); // ③
    cat.kill()?;
    cat.wait()?;
    let sent = sent.context("no pipe")?? / 1024;
    println!("sent more than 128 KiB of 1024: {}", sent > 128);
    println!("sent more than 192 KiB of 1024: {}", sent > 192);
    let mut copy = Vec::new();
    cat.stdout.context("no pipe")?.read_to_end(&mut copy)?; // ④
    println!("cat has written {} KiB of them", copy.len() / 1024);
    Ok(())
}
