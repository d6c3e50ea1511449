use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, ensure};

const SCRIPT: &str = "while read -r trays; do echo $((trays * 7)); done";

fn talk(mut stdin: ChildStdin, stdout: ChildStdout) -> Result<()> {
    let mut stdout = BufReader::new(stdout);
    for trays in [2, 6] {
        let question = format!("{trays}\n");
        stdin.write_all(question.as_bytes())?; // ①
        let mut answer = String::new();
        let length = stdout.read_line(&mut answer)?; // ②
        ensure!(length > 0, "the child has ended");
        println!("{trays} trays: {} loaves", answer.trim_end());
    }
    Ok(()) // ③
}

fn main() -> Result<()> {
    let mut sh = Command::new("sh");
    sh.args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = sh.spawn().context("cannot run sh")?;
    let stdin = child.stdin.take().context("stdin is a pipe")?;
    let stdout = child.stdout.take().context("stdout is a pipe")?;
    let talked = talk(stdin, stdout);
    println!("{}", child.wait().context("cannot wait")?);
    talked
}
