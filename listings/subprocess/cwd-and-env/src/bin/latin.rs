use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let city = OsStr::from_bytes(b"M\xe1laga"); // ①
    println!("is UTF-8:    {}", city.to_str().is_some());
    let mut printf = Command::new("printf");
    printf.args(["%s".as_ref(), city]);
    let output = printf.output().context("cannot run printf")?;
    println!("argument:    {}", output.stdout.escape_ascii()); // ②
    let mut env = Command::new("env");
    let output = env.env_clear().env("CITY", city).output();
    let stdout = output.context("cannot run env")?.stdout;
    println!("environment: {}", stdout.trim_ascii_end().escape_ascii());
    Ok(())
}
