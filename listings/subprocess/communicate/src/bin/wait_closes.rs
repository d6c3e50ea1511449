use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut command = Command::new("cat");
    command.stdin(Stdio::piped());

    let mut cat = command.spawn().context("cannot run cat")?;
    let looked = cat.try_wait(); // ①
    let status = cat.wait()?; // ②
    println!("try_wait: {:?}, the pipe is open", looked?);
    println!("wait: {status}, the pipe is closed: {}", cat.stdin.is_none());
    Ok(())
}
