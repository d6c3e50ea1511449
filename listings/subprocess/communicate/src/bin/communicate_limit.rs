use std::io::{self, Read};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

/// The output, or `None` if it is longer than `limit` bytes.
fn at_most(limit: u64, command: &mut Command) -> io::Result<Option<Vec<u8>>> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut output = Vec::new();
    let stdout = child.stdout.take();
    let read = stdout.map(|pipe| pipe.take(limit + 1).read_to_end(&mut output));
    let fits = output.len() as u64 <= limit;
    if !fits {
        child.kill()?;
    }
    child.wait()?;
    read.transpose().map(|_| fits.then_some(output))
}

fn main() -> Result<()> {
    let mut commands = [Command::new("yes"), Command::new("echo")];
    for command in &mut commands {
        let output = at_most(1000, command).context("cannot run it")?;
        let length = output.map(|output| output.len());
        println!("{}: {length:?}", command.get_program().display());
    }
    Ok(())
}
