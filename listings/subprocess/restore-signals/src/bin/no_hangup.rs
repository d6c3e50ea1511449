use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::sys::signal::{SigHandler::SigIgn, Signal::SIGHUP, kill, signal};
use nix::unistd::Pid;

fn main() -> Result<()> {
    let ignore = || {
        // SAFETY: nothing is called for a signal that is ignored.
        unsafe { signal(SIGHUP, SigIgn) }?;
        Ok(())
    };
    let mut cat = Command::new("cat");
    // SAFETY: `signal` is async-signal-safe, and nothing is allocated.
    unsafe { cat.stdin(Stdio::piped()).pre_exec(ignore) };
    let mut child = cat.spawn().context("cannot run cat")?;
    let hung_up = kill(Pid::from_raw(child.id() as i32), SIGHUP);
    println!("{}", child.wait().context("cannot wait")?);
    Ok(hung_up?)
}
