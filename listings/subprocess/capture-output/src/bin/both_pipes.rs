use std::process::Command;

use anyhow::{Context, Result};

const SCRIPT: &str = "n=0
while [ $n -lt 1000 ]; do
    n=$((n + 1))
    printf '%0100d\n' $n
    printf '%0100d\n' $n >&2
done";

fn main() -> Result<()> {
    let mut sh = Command::new("sh");
    let output = sh.args(["-c", SCRIPT]).output().context("cannot run sh")?;
    println!("stdout: {} bytes", output.stdout.len());
    println!("stderr: {} bytes", output.stderr.len());
    Ok(())
}
