use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Context, Result};
use nix::libc::_exit;
use nix::unistd::{ForkResult, Pid, fork};

/// Runs `work` in a new process and returns the PID of that process, for which
/// the caller must wait. The child exits with 0, or with 1 if `work` panics.
///
/// # Safety
///
/// The program must have one thread, because `work` may call anything.
pub unsafe fn start(work: impl FnOnce()) -> Result<Pid> {
    io::stdout().flush().context("cannot flush stdout")?; // ①
    // SAFETY: the caller promises that there is one thread.
    match unsafe { fork() }.context("cannot fork")? {
        ForkResult::Parent { child } => Ok(child), // ②
        ForkResult::Child => {
            let done = catch_unwind(AssertUnwindSafe(work)); // ③
            let flushed = io::stdout().flush(); // ④
            let code = i32::from(done.is_err() || flushed.is_err());
            // SAFETY: `_exit` has no precondition.
            unsafe { _exit(code) } // ⑤
        }
    }
}
