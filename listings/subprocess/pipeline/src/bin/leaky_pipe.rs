use std::io::{self, pipe};
use std::os::fd::OwnedFd;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

/// Does `cat` end when this program closes its end of the pipe?
fn cat_ends(reader: OwnedFd, writer: OwnedFd) -> io::Result<bool> {
    let mut cat = Command::new("cat").stdin(reader).spawn()?;
    drop(writer);
    let mut ended = Ok(None);
    for _ in 0..50 {
        ended = cat.try_wait();
        if !matches!(ended, Ok(None)) {
            break;
        }
        sleep(Duration::from_millis(10));
    }
    if matches!(ended, Ok(None)) {
        cat.kill()?;
        cat.wait()?;
    }
    ended.map(|status| status.is_some())
}

fn main() -> Result<()> {
    let (reader, writer) = pipe()?;
    let ends = cat_ends(reader.into(), writer.into()); // ①
    println!("std::io::pipe: {}", ends.context("cannot run cat")?);
    let (reader, writer) = nix::unistd::pipe()?;
    let ends = cat_ends(reader, writer); // ②
    println!("nix::unistd::pipe: {}", ends.context("cannot run cat")?);
    Ok(())
}
