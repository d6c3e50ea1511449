use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut yes = Command::new("yes");
    yes.stdout(Stdio::piped());
    let mut child = yes.spawn().context("cannot run yes")?;
    let pipe = child.stdout.take().context("stdout is a pipe")?;

    let mut start = Vec::new();
    let read = pipe.take(10).read_to_end(&mut start); // ①
    let status = child.wait().context("cannot wait")?; // ②
    read.context("cannot read from yes")?;

    println!("{} bytes", start.len());
    println!("ended by signal {}", status.signal().unwrap_or_default());
    Ok(())
}
