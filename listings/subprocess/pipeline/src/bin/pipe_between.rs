use std::io::pipe;
use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let (reader, writer) = pipe()?;
    let mut sort = Command::new("sort")
        .stdin(reader) // ①
        .spawn()
        .context("cannot run sort")?;
    let both = writer.try_clone().and_then(|copy| {
        let mut sh = Command::new("sh");
        sh.args(["-c", "echo rye; echo oats >&2"]);
        sh.stdout(copy).stderr(writer).status() // ②
    });
    let sorted = sort.wait()?; // ③
    println!("sh: {}", both.context("cannot run sh")?);
    println!("sort: {sorted}");
    Ok(())
}
