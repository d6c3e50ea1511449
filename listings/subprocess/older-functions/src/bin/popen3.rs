use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

const COMMAND: &str = r#"read -r bread; echo "$bread"; echo burnt >&2"#;

fn main() -> Result<()> {
    let mut sh = Command::new("/bin/sh");
    sh.args(["-c", COMMAND]);
    sh.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = sh.spawn().context("cannot run sh")?;

    let stdin = child.stdin.as_mut().context("stdin is a pipe")?;
    let written = stdin.write_all(b"rye\n"); // ①
    let output = child.wait_with_output().context("cannot wait")?; // ②
    written.context("cannot write")?;
    print!("stdout: {}", String::from_utf8(output.stdout)?);
    print!("stderr: {}", String::from_utf8(output.stderr)?);
    println!("{}", output.status);
    Ok(())
}
