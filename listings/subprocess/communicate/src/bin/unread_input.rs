use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use communicate::communicate;

fn main() -> Result<()> {
    let letter = [b'x'; 1 << 20];
    let mut command = Command::new("true");
    command.stdin(Stdio::piped());

    let mut child = command.spawn().context("cannot run true")?;
    let sent = child.stdin.as_mut().map(|pipe| pipe.write_all(&letter));
    child.wait()?; // ①
    let error = sent.context("no pipe")?.err().map(|e| e.kind());
    println!("broken pipe: {}", error == Some(ErrorKind::BrokenPipe)); // ②

    let child = command.spawn().context("cannot run true")?;
    let output = communicate(child, &letter)?; // ③
    println!("communicate: returncode {}", output.status.code().unwrap_or(-1));
    Ok(())
}
