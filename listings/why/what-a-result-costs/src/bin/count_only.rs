use std::io::{ErrorKind, Read};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut child = Command::new("head")
        .args(["-c", "3000000", "/dev/zero"])
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run head")?;
    let mut stdout = child.stdout.take().context("no pipe")?;
    let mut block = [0; 1 << 16];
    let mut sum = 0;
    let read = loop {
        match stdout.read(&mut block) {
            Ok(0) => break Ok(()),
            Ok(n) => sum += n,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => break Err(error),
        }
    };
    drop(stdout);
    child.wait()?;
    read.context("cannot read what head writes")?;
    println!("{sum} bytes, in {} bytes of memory", block.len());
    Ok(())
}
