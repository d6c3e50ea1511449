use std::io;
use std::os::fd::AsFd;
use std::os::unix::process::CommandExt;
use std::process::Command;

use nix::fcntl::{FcntlArg, FdFlag, fcntl};

/// Lets the program have `fd`, under the number that it has here. The command
/// holds the descriptor, so that the number is still its own at `spawn`.
pub fn pass<F>(command: &mut Command, fd: F)
where
    F: AsFd + Send + Sync + 'static,
{
    let keep = move || {
        fcntl(fd.as_fd(), FcntlArg::F_SETFD(FdFlag::empty()))?; // ①
        Ok(())
    };
    // SAFETY: `fcntl` is async-signal-safe, and nothing is allocated.
    unsafe { command.pre_exec(keep) };
}

/// Would a program that is started now inherit `fd`?
pub fn inherits(fd: impl AsFd) -> io::Result<bool> {
    let flags = fcntl(fd.as_fd(), FcntlArg::F_GETFD)?;
    Ok(!FdFlag::from_bits_retain(flags).contains(FdFlag::FD_CLOEXEC))
}
