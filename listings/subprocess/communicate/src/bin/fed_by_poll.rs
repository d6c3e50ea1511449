use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use communicate::talk;

fn main() -> Result<()> {
    let mut command = Command::new("cat");
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut cat = command.spawn().context("cannot run cat")?;
    let copy = talk(&mut cat, &[b'x'; 1 << 20]);
    let status = cat.wait()?;
    println!("{} bytes through cat, {status}", copy?.len());
    Ok(())
}
