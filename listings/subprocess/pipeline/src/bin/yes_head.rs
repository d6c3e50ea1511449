use std::process::Command;

use anyhow::{Context, Result};
use pipeline::pipeline;

fn main() -> Result<()> {
    let yes = Command::new("yes"); // ①
    let mut head = Command::new("head");
    head.args(["-n", "1"]); // ②
    let (codes, output) =
        pipeline(vec![yes, head]).context("the pipeline is broken")?;
    print!("head prints {}", str::from_utf8(&output)?);
    println!("yes: {}, head: {}", codes[0], codes[1]); // ③
    Ok(())
}
