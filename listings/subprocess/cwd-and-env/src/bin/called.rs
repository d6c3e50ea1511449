use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};

const SAY: &str = "echo \"I am $0\"";

fn main() -> Result<()> {
    let mut sh = Command::new("/bin/sh"); // ①
    sh.args(["-c", SAY]).status().context("cannot run sh")?;
    sh.arg0("kitchen").status().context("cannot run sh")?; // ②
    Ok(())
}
