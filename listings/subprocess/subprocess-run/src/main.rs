use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut loaves = Command::new("expr");
    loaves.args(["6", "*", "7"]); // ①

    let status = loaves.status().context("cannot run expr")?; // ②
    println!("{status}");

    let output = loaves.output().context("cannot run expr")?; // ③
    let text = String::from_utf8(output.stdout)?;
    println!("captured: {}", text.trim_end());

    let mut child = loaves.spawn().context("cannot run expr")?; // ④
    let status = child.wait().context("cannot wait")?;
    println!("{status}");
    Ok(())
}
