use std::io::{Seek, Write};
use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut file = tempfile::tempfile()?; // ①
    file.write_all(&[b'x'; 1 << 20])?;
    file.rewind()?; // ②
    let cat = Command::new("cat").stdin(file).output();
    let cat = cat.context("cannot run cat")?;
    println!("{} bytes through cat, {}", cat.stdout.len(), cat.status);
    Ok(())
}
