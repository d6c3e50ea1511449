use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::sys::signal::{SigSet, Signal::SIGTERM, kill};
use nix::unistd::Pid;

/// Asks `cat` to end, and then closes its input.
fn stop(how: &str, cat: &mut Command) -> Result<()> {
    cat.stdin(Stdio::piped());
    let mut child = cat.spawn().context("cannot run cat")?;
    let asked = kill(Pid::from_raw(child.id() as i32), SIGTERM); // ②
    println!("{how} {}", child.wait().context("cannot wait")?); // ③
    Ok(asked?)
}

fn main() -> Result<()> {
    SigSet::from(SIGTERM).thread_block()?; // ①
    let mut cat = Command::new("cat");
    stop("inherited mask:", &mut cat)?;
    // SAFETY: `pthread_sigmask` is async-signal-safe.
    unsafe { cat.pre_exec(|| Ok(SigSet::empty().thread_set_mask()?)) }; // ④
    stop("empty mask:    ", &mut cat)
}
