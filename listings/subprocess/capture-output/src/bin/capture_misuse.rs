use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut echo = Command::new("echo");
    echo.arg("6 loaves");

    echo.stdout(Stdio::inherit()); // ①
    let output = echo.output().context("cannot run echo")?;
    println!("captured: {:?}", String::from_utf8(output.stdout)?);

    echo.stdout(Stdio::piped()); // ②
    let output = echo.output().context("cannot run echo")?;
    println!("captured: {:?}", String::from_utf8(output.stdout)?);
    Ok(())
}
