//! What std and nix do not ask the kernel.

use std::{mem, ptr};

use nix::libc::{self, SIG_DFL, SIG_IGN};

/// Adds to the niceness of this process, and gives the sum: Python's `os.nice`.
pub fn nice(more: u8) -> i32 {
    // SAFETY: `nice` has no precondition.
    unsafe { libc::nice(more.into()) }
}

/// What this process does on a signal: Python's `signal.getsignal`.
pub fn disposition(signal: i32) -> &'static str {
    // SAFETY: a `sigaction` may be all zeros; it is read, and none is set.
    let action = unsafe {
        let mut action: libc::sigaction = mem::zeroed();
        libc::sigaction(signal, ptr::null(), &mut action);
        action.sa_sigaction
    };
    match action {
        SIG_DFL => "default",
        SIG_IGN => "ignored",
        _ => "handler",
    }
}
