use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use communicate::communicate;

fn main() -> Result<()> {
    let sort = Command::new("sort")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run sort")?;
    let sorted = communicate(sort, b"Oslo\nLima\nCairo\n")?;
    print!("{}", str::from_utf8(&sorted.stdout)?);

    let cat = Command::new("cat")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run cat")?;
    let copy = communicate(cat, &[b'x'; 1 << 20])?;
    println!("{} bytes through cat", copy.stdout.len());
    Ok(())
}
