use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};

use anyhow::{Context, Result};
use nix::errno::Errno;
use nix::libc::{WCONTINUED, WUNTRACED, waitpid};
use nix::sys::signal::{Signal::SIGCONT, kill};
use nix::unistd::Pid;
use returncode::returncode;

fn next_status(child: &Child, what: i32) -> Result<ExitStatus> {
    let mut raw = 0;
    // SAFETY: the pointer is to an integer that outlives the call.
    Errno::result(unsafe { waitpid(child.id() as i32, &mut raw, what) })?;
    Ok(ExitStatus::from_raw(raw))
}

fn watch(child: &mut Child) -> Result<()> {
    let status = next_status(child, WUNTRACED)?; // ①
    let stopped = status.stopped_signal().is_some();
    println!("stopped: {stopped}, by signal {}", -returncode(&status));
    println!("ended: {}", child.try_wait()?.is_some()); // ②
    kill(Pid::from_raw(child.id() as i32), SIGCONT)?;
    let status = next_status(child, WCONTINUED)?; // ③
    println!("continued: {}", status.continued());
    Ok(())
}

fn main() -> Result<()> {
    let mut sh = Command::new("sh");
    sh.args(["-c", "kill -STOP $$; read -r go; exit 3"]);
    let mut child = sh.stdin(Stdio::piped()).spawn().context("no sh")?;
    let watched = watch(&mut child);
    if watched.is_err() && matches!(child.try_wait(), Ok(None)) {
        child.kill()?; // a stopped child would not end by itself
    }
    println!("returncode: {}", returncode(&child.wait()?)); // ④
    watched
}
