use std::io;
use std::os::fd::{AsFd, FromRawFd, OwnedFd, RawFd};
use std::process::{Child, ExitStatus};
use std::time::Duration;

use nix::errno::Errno;
use nix::libc::{SYS_pidfd_open, pid_t, syscall};

use crate::ready;

/// Waits until the child has ended, at most this long. `None`: it still runs.
pub fn wait_timeout(
    child: &mut Child,
    timeout: Duration,
) -> io::Result<Option<ExitStatus>> {
    if let Some(status) = child.try_wait()? {
        return Ok(Some(status)); // ①
    }
    let pidfd = pidfd_open(child)?;
    ready([pidfd.as_fd()], timeout)?;
    child.try_wait() // ②
}

/// A descriptor that is readable as soon as the child has ended. Nobody may
/// have waited for the child yet, or its PID may be a stranger's.
pub fn pidfd_open(child: &Child) -> io::Result<OwnedFd> {
    // SAFETY: the call takes two numbers and touches no memory.
    let fd = unsafe { syscall(SYS_pidfd_open, child.id() as pid_t, 0) };
    // SAFETY: a new descriptor, which nobody else has.
    Ok(unsafe { OwnedFd::from_raw_fd(Errno::result(fd)? as RawFd) })
}
