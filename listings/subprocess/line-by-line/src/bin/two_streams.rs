use std::io::{self, BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::thread::{Builder, scope};

use anyhow::{Context, Result};

const SCRIPT: &str = "n=0
while [ $n -lt 1000 ]; do
    n=$((n + 1))
    printf '%0100d\n' $n
    printf '%0100d\n' $n >&2
done";

fn count(stream: impl Read) -> io::Result<usize> {
    BufReader::new(stream).lines().try_fold(0, |n, line| line.map(|_| n + 1))
}

fn main() -> Result<()> {
    let mut sh = Command::new("sh");
    sh.args(["-c", SCRIPT]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = sh.spawn().context("cannot run sh")?;
    let stdout = child.stdout.take().context("stdout is a pipe")?;
    let stderr = child.stderr.take().context("stderr is a pipe")?;

    let counts = scope(move |scope| -> io::Result<_> {
        let thread = Builder::new().spawn_scoped(scope, || count(stderr))?; // ①
        let lines = count(stdout)?; // ②
        Ok((lines, thread.join().expect("counting does not panic")?))
    });
    child.wait().context("cannot wait")?;
    let (stdout, stderr) = counts.context("cannot read from sh")?; // ③
    println!("stdout: {stdout} lines");
    println!("stderr: {stderr} lines");
    Ok(())
}
