use std::io::{BufRead, BufReader};
use std::os::fd::AsFd;
use std::process::{ChildStdout, Command, Stdio};

use anyhow::{Context, Result};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

fn look(stdout: ChildStdout) -> Result<()> {
    let mut stdout = BufReader::new(stdout);
    let mut line = String::new();
    stdout.read_line(&mut line)?; // ①
    println!("read: {line:?}");

    let mut ready = [PollFd::new(stdout.get_ref().as_fd(), PollFlags::POLLIN)];
    let ready = poll(&mut ready, PollTimeout::ZERO)? > 0; // ②
    println!("poll says that there is more: {ready}");
    println!("in the buffer: {}", stdout.buffer().escape_ascii());
    Ok(())
}

fn main() -> Result<()> {
    let mut sh = Command::new("sh");
    sh.args(["-c", r"printf 'rye\noat\n'; read -r go"]);
    sh.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = sh.spawn().context("cannot run sh")?;
    let stdout = child.stdout.take().context("stdout is a pipe")?;
    let looked = look(stdout);
    child.wait().context("cannot wait")?; // ③
    looked
}
