use std::env::{current_dir, var};
use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let before = current_dir()?;
    Command::new("sh")
        .args(["-c", "echo \"child:  $CITY, in $(pwd)\""])
        .env("CITY", "Rome") // ①
        .current_dir("/")
        .status()
        .context("cannot run sh")?;
    println!("parent: knows of no city: {}", var("CITY").is_err());
    println!("parent: has not moved: {}", current_dir()? == before); // ②
    Ok(())
}
