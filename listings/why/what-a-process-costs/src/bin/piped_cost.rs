use std::fs::read_dir;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn descriptors() -> Result<usize> {
    Ok(read_dir("/proc/self/fd")?.count())
}

fn main() -> Result<()> {
    let before = descriptors()?;
    let mut cat = Command::new("cat")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run cat")?;
    let running = descriptors();
    cat.wait()?; // closes its standard input first
    println!("running:    {} descriptors", running? - before);
    println!("waited for: {} descriptor", descriptors()? - before);
    drop(cat);
    println!("dropped:    {} descriptors", descriptors()? - before);
    Ok(())
}
