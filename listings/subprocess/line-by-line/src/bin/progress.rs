use std::io::{BufReader, Read, Write};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result};

const SCRIPT: &str = r"for part in 10 50 100; do
    printf '%s%%\r' $part
    read -r seen
done
printf '\nbaked\n'";

fn show(mut stdin: ChildStdin, stdout: ChildStdout) -> Result<()> {
    let mut line = Vec::new();
    for byte in BufReader::new(stdout).bytes() {
        match byte? {
            b'\r' | b'\n' if line.is_empty() => {} // the second half of \r\n
            end @ (b'\r' | b'\n') => {
                println!("[{}]", String::from_utf8_lossy(&line));
                line.clear();
                if end == b'\r' {
                    stdin.write_all(b"seen\n")?;
                }
            }
            byte => line.push(byte),
        }
    }
    Ok(())
}

fn main() -> Result<()> {
    let mut sh = Command::new("sh");
    sh.args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = sh.spawn().context("cannot run sh")?;
    let stdin = child.stdin.take().context("stdin is a pipe")?;
    let stdout = child.stdout.take().context("stdout is a pipe")?;
    let shown = show(stdin, stdout);
    child.wait().context("cannot wait")?;
    shown
}
