use std::io::{pipe, read_to_string};
use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let (reader, writer) = pipe()?;
    let mut sh = Command::new("sh")
        .args(["-c", "printf apple; printf orange >&2"])
        .stdout(writer.try_clone()?) // ①
        .stderr(writer) // ②
        .spawn() // ③
        .context("cannot run sh")?;
    let fruit = read_to_string(reader); // ④
    let status = sh.wait()?;
    println!("{}, {status}", fruit.context("cannot read from sh")?);
    Ok(())
}
