use std::os::unix::process::ExitStatusExt;
use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    for command in ["exit 0", "exit 3", "kill -KILL $$"] {
        let mut sh = Command::new("/bin/sh");
        let status =
            sh.args(["-c", command]).status().context("cannot run sh")?;
        println!("{:>3}  {command}", status.into_raw()); // ①
    }
    Ok(())
}
