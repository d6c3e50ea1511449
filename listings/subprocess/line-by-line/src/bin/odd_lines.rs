use std::io::{self, BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

/// The lines that `printf` prints.
fn lines(text: &str) -> io::Result<Vec<String>> {
    let mut printf = Command::new("printf");
    let mut child = printf.arg(text).stdout(Stdio::piped()).spawn()?;
    let stdout = child.stdout.take();
    let lines = stdout.map(|pipe| BufReader::new(pipe).lines().collect());
    child.wait()?;
    lines.unwrap_or_else(|| Ok(Vec::new()))
}

fn main() -> Result<()> {
    for text in [r"rye\noat", r"rye\r\noat\n", r"rye\roat\n"] {
        println!("{:?}", lines(text).context("cannot read from printf")?); // ①
    }
    match lines(r"caf\351\n") {
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            println!("InvalidData: {error}");
        }
        other => println!("{:?}", other.context("cannot read from printf")?),
    }
    Ok(())
}
