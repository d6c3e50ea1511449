use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let script = "echo 6 loaves; echo no flour >&2; exit 1";
    let mut sh = Command::new("sh");
    sh.args(["-c", script]);

    let output = sh.output().context("cannot run sh")?; // ①
    print!("stdout: {}", String::from_utf8(output.stdout)?); // ②
    print!("stderr: {}", String::from_utf8(output.stderr)?);
    println!("{}", output.status); // ③
    Ok(())
}
