use std::io::{Write, pipe};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::unistd::dup2_stdin;

/// Makes `text` the standard input of this program.
fn feed(text: &[u8]) -> Result<()> {
    let (reader, mut writer) = pipe()?;
    writer.write_all(text)?; // ①
    dup2_stdin(reader).context("cannot replace stdin")
}

fn main() -> Result<()> {
    feed(b"flour\n")?;
    Command::new("cat").status().context("cannot run cat")?; // ②

    feed(b"flour\n")?;
    let output = Command::new("cat").output().context("cannot run cat")?; // ③
    println!("output: {:?}", String::from_utf8_lossy(&output.stdout));

    let mut cat = Command::new("cat");
    let output = cat.stdin(Stdio::inherit()).output(); // ④
    let output = output.context("cannot run cat")?;
    println!("output: {:?}", String::from_utf8_lossy(&output.stdout));
    Ok(())
}
