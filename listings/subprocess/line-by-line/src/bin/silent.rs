use std::io::Write;
use std::os::fd::AsFd;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use nix::poll::{PollFd, PollFlags, poll};

fn answers(child: &mut Child, milliseconds: u16) -> Result<bool> {
    let stdin = child.stdin.as_mut().context("stdin is a pipe")?;
    stdin.write_all(b"rye\n")?;
    let stdout = child.stdout.as_ref().context("stdout is a pipe")?;
    let mut ready = [PollFd::new(stdout.as_fd(), PollFlags::POLLIN)];
    Ok(poll(&mut ready, milliseconds)? > 0) // ①
}

fn ask(filter: &[&str], milliseconds: u16) -> Result<()> {
    let mut command = Command::new(filter[0]);
    command.args(&filter[1..]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().context("cannot run the filter")?;
    let at_once = answers(&mut child, milliseconds);
    let output = child.wait_with_output().context("cannot wait")?; // ②
    println!("{}: answers at once: {}", filter[0], at_once?);
    println!("  in the end: {:?}", String::from_utf8(output.stdout)?);
    Ok(())
}

fn main() -> Result<()> {
    ask(&["cat", "-u"], 5000)?;
    ask(&["tr", "a-z", "A-Z"], 200)
}
