use std::process::Command;

use anyhow::{Context, Result};
use pipeline::pipeline;

fn main() -> Result<()> {
    let mut baker = Command::new("sh");
    baker.args(["-c", "echo rye; echo oats; exit 3"]); // ①
    let (codes, output) = pipeline(vec![baker, Command::new("sort")])
        .context("the pipeline is broken")?;
    print!("{}", str::from_utf8(&output)?);
    println!("the last one says {}", codes[1]); // ②
    println!("all of them say {codes:?}");
    Ok(())
}
