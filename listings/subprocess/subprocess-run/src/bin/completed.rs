use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut loaves = Command::new("expr");
    loaves.args(["6", "*", "7"]);

    println!("{loaves:?}"); // ①
    let output = loaves.output().context("cannot run expr")?;
    println!("{output:?}");

    let child = loaves.spawn().context("cannot run expr")?;
    let output = child.wait_with_output().context("cannot wait")?; // ②
    println!("{output:?}");
    Ok(())
}
