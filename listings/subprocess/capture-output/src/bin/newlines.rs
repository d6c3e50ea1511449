use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut printf = Command::new("printf");
    let output = printf.arg(r"rye\r\noat\rbran\n").output();
    let raw = String::from_utf8(output.context("cannot run printf")?.stdout)?;

    println!("as it came: {raw:?}");
    let text = raw.replace("\r\n", "\n").replace('\r', "\n"); // ①
    println!("as text:    {text:?}");
    Ok(())
}
