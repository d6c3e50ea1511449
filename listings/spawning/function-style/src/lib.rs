use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Context, Result};
use nix::libc::_exit;
use nix::unistd::{ForkResult, Pid, fork};

/// Runs `work` in a new process and returns the PID of that process.
///
/// The child exits with 0, or with 1 if `work` panics. The caller must have a
/// single thread, and must wait for the PID. Fails when `fork(2)` fails.
pub fn start(work: impl FnOnce()) -> Result<Pid> {
    io::stdout().flush().context("cannot flush stdout")?; // ①
    // SAFETY: the caller has one thread, so no lock is held by another one.
    match unsafe { fork() }.context("cannot fork")? {
        ForkResult::Parent { child } => Ok(child), // ②
        ForkResult::Child => {
            let done = catch_unwind(AssertUnwindSafe(work)); // ③
            let flushed = io::stdout().flush(); // ④
            let code = i32::from(done.is_err() || flushed.is_err());
            // SAFETY: `_exit` ends the child here; nothing runs after it.
            unsafe { _exit(code) } // ⑤
        }
    }
}
