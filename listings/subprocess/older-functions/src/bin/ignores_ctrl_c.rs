use std::os::unix::process::CommandExt;
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result};
use nix::sys::signal::{SaFlags, SigAction, SigHandler, SigSet, Signal};
use nix::sys::signal::{Signal::SIGINT, Signal::SIGQUIT, sigaction};

fn system(command: &str) -> Result<ExitStatus> {
    let ignore =
        SigAction::new(SigHandler::SigIgn, SaFlags::empty(), SigSet::empty());
    let set = |signal: Signal, action: SigAction| {
        // SAFETY: nothing is handled that was not handled before.
        unsafe { sigaction(signal, &action) }
    };
    let (int, quit) = (set(SIGINT, ignore)?, set(SIGQUIT, ignore)?); // ①
    let mut sh = Command::new("/bin/sh");
    sh.args(["-c", command]);
    let restore = move || set(SIGINT, int).and(set(SIGQUIT, quit)).map(drop);
    // SAFETY: `sigaction` is async-signal-safe, and nothing is allocated.
    unsafe { sh.pre_exec(move || Ok(restore()?)) }; // ②
    let status = sh.status();
    restore()?; // ③
    status.context("cannot run sh")
}

fn main() -> Result<()> {
    let status = system("kill -INT $PPID; exit 3")?; // ④
    println!("still here; {status}");
    Ok(())
}
