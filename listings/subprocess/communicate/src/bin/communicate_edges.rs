use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use communicate::communicate;

fn main() -> Result<()> {
    let mut command = Command::new("cat");
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut cat = command.spawn().context("cannot run cat")?;
    let sent = cat.stdin.as_mut().map(|pipe| pipe.write_all(b"banana")); // ①
    let output = communicate(cat, b"split")?;
    sent.context("no pipe")??;
    println!("banana, then split: {:?}", str::from_utf8(&output.stdout)?);

    let cat = command.spawn().context("cannot run cat")?;
    let output = communicate(cat, b"")?; // ②
    println!("empty input: {:?}", str::from_utf8(&output.stdout)?);

    let child = Command::new("true").spawn().context("cannot run true")?;
    let output = communicate(child, b"")?; // ③
    println!("no pipes: {:?} and {:?}", output.stdout, output.stderr);
    Ok(())
}
