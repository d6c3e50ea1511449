use std::process::Command;

use anyhow::{Context, Result};
use pipeline::pipeline;

fn main() -> Result<()> {
    let mut printf = Command::new("printf");
    printf.args([r"%s\n", "Oslo", "Lima", "Cairo"]);
    let sort = Command::new("sort");
    let mut head = Command::new("head");
    head.args(["-n", "2"]);

    let (codes, output) =
        pipeline(vec![printf, sort, head]).context("the pipeline is broken")?;
    print!("{}", str::from_utf8(&output)?);
    println!("returncodes {codes:?}");
    Ok(())
}
