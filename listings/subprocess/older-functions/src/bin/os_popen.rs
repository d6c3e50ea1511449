use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    for command in ["echo rye", "echo oat; exit 3", "kill -KILL $$"] {
        let mut sh = Command::new("/bin/sh");
        sh.args(["-c", command]);
        let output = sh.stdin(Stdio::inherit()).stderr(Stdio::inherit()); // ①
        let output = output.output().context("cannot run sh")?;
        let text = String::from_utf8(output.stdout)?;
        println!("{text:?} {}", output.status.into_raw());
    }

    let mut cat = Command::new("/bin/sh");
    cat.args(["-c", "cat"]).stdin(Stdio::piped()); // ②
    let mut child = cat.spawn().context("cannot run sh")?;
    let stdin = child.stdin.as_mut().context("stdin is a pipe")?;
    let written = stdin.write_all(b"spelt\n"); // ③
    println!("{}", child.wait().context("cannot wait")?.into_raw());
    written.context("cannot write")
}
