use std::process::Command;

use anyhow::{Context, Result};
use nix::libc::ECHILD;
use nix::sys::signal::{SigHandler, Signal, signal};

fn main() -> Result<()> {
    // SAFETY: ignoring a signal installs no handler.
    unsafe { signal(Signal::SIGCHLD, SigHandler::SigIgn) }?;
    match Command::new("false").status() {
        Err(e) if e.raw_os_error() == Some(ECHILD) => println!("false: {e}"),
        status => println!("false: {}", status.context("cannot run false")?),
    }
    Ok(())
}
