use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

fn baker(group: i32) -> Result<Child> {
    let mut cat = Command::new("cat");
    cat.stdin(Stdio::piped()).process_group(group);
    cat.spawn().context("cannot run cat")
}

fn main() -> Result<()> {
    let mut first = baker(0)?;
    let leash = first.stdin.take();
    let group = first.id() as i32;
    let second = baker(group); // the group exists, since its leader does
    killpg(Pid::from_raw(group), Signal::SIGTERM)?;
    println!("{}", first.wait()?);
    println!("{}", second?.wait()?);
    drop(leash);
    Ok(())
}
