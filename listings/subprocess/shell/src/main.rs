use std::io;
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result};

const TEXT: &str = "$((6 * 7)) rolls; echo gone";

/// Python's `shell=True`.
fn shell(script: &str, args: &[&str]) -> io::Result<ExitStatus> {
    Command::new("/bin/sh").args(["-c", script]).args(args).status()
}

fn main() -> Result<()> {
    let mut echo = Command::new("echo");
    echo.args(["no shell:", TEXT]).status().context("cannot run echo")?; // ①
    shell(&format!("echo a shell: {TEXT}"), &[])?; // ②
    shell("echo \"$0 bakes $1\"", &["Ada", TEXT])?; // ③
    let missing = shell("no-such-oven 2> /dev/null", &[])?; // ④
    let code = missing.code().context("the shell was killed")?;
    println!("no such command: exit code {code}");
    Ok(())
}
