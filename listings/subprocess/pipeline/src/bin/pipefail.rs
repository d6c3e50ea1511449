use std::process::Command;

use anyhow::{Context, Result};
use pipeline::pipeline;

/// The last return code that is not 0: the rule of `set -o pipefail`.
fn pipefail(codes: &[i32]) -> i32 {
    codes.iter().copied().rfind(|&code| code != 0).unwrap_or(0)
}

fn main() -> Result<()> {
    for (first, last) in [("true", "cat"), ("false", "cat"), ("yes", "true")] {
        let commands = vec![Command::new(first), Command::new(last)];
        let (codes, _) =
            pipeline(commands).context("the pipeline is broken")?;
        println!("{first} | {last}: {}", pipefail(&codes));
    }
    Ok(())
}
