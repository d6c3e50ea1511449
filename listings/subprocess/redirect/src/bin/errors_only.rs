use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut sh = Command::new("sh")
        .args(["-c", "echo apple; echo orange >&2; echo pear >&2"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot run sh")?;
    let errors = sh.stderr.take().map_or(Stdio::null(), Stdio::from);
    let tr = Command::new("tr").args(["a-z", "A-Z"]).stdin(errors).status();
    sh.wait()?;
    println!("tr: {}", tr.context("cannot run tr")?);
    Ok(())
}
