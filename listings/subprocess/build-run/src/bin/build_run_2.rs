use std::io;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use anyhow::Result;
use build_run::Pipes;

fn run(command: &mut Command, input: &[u8]) -> io::Result<Output> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let mut pipes = Pipes::new(&mut child, input.to_owned());
    let talked = pipes.talk(None);
    if talked.is_err() {
        child.kill()?;
    }
    let status = child.wait()?;
    let [_, stdout, stderr] = pipes.read;
    talked.map(|_| Output { status, stdout, stderr })
}

fn main() -> Result<()> {
    let unread = run(&mut Command::new("true"), &[0; 1 << 20])?;
    println!("true: {}", unread.status);
    let copy = run(&mut Command::new("cat"), &[0; 1 << 20])?;
    println!("cat: {}, {} bytes", copy.status, copy.stdout.len());
    let start = Instant::now();
    let oven = run(Command::new("sleep").arg("0.3"), b"")?;
    let waited = start.elapsed() >= Duration::from_millis(300);
    println!("sleep: {}, and we had to wait: {waited}", oven.status);
    Ok(())
}
