use std::process::Command;

use anyhow::{Result, bail};
use nix::errno::Errno;
use nix::sys::signal::{SigHandler, Signal, signal};

fn main() -> Result<()> {
    // SAFETY: no handler of this program's is replaced.
    unsafe { signal(Signal::SIGCHLD, SigHandler::SigIgn) }?; // ①
    let mut press = Command::new("false").spawn()?;
    for (call, result) in [
        ("wait", press.wait().map(drop)),
        ("status", Command::new("false").status().map(drop)),
        ("output", Command::new("false").output().map(drop)),
    ] {
        match result {
            Err(e) if e.raw_os_error() == Some(Errno::ECHILD as i32) => {
                println!("{call}: {e}"); // ②
            }
            other => bail!("{call}: {other:?}"),
        }
    }
    Ok(())
}
