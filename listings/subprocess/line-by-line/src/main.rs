use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn number_lines(stdout: impl Read) -> Result<()> {
    for (number, line) in (1..).zip(BufReader::new(stdout).lines()) {
        println!("{number}. {}", line?); // ①
    }
    Ok(())
}

fn main() -> Result<()> {
    let mut sh = Command::new("sh");
    sh.args(["-c", "echo rye; echo oat; echo spelt"]);
    sh.stdout(Stdio::piped()); // ②
    let mut child = sh.spawn().context("cannot run sh")?;
    let stdout = child.stdout.take().context("stdout is a pipe")?;

    let numbered = number_lines(stdout); // ③
    let status = child.wait().context("cannot wait")?; // ④
    println!("{status}");
    numbered
}
