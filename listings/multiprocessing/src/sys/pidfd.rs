//! A process by a descriptor, which never means another one.

use std::os::fd::{BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

use nix::errno::Errno;

// ANCHOR: pidfd
/// Whether this system has what is needed: `pidfd_open` (Linux 5.3), `waitid`
/// of it (5.4), and nobody who refuses them. Found out once, unless there is no
/// descriptor to try it with; then whoever needs one is told so.
pub fn works() -> bool {
    static KNOWN: AtomicU8 = AtomicU8::new(0);
    match KNOWN.load(Relaxed) {
        0 => match try_it() {
            Err(Errno::EMFILE | Errno::ENFILE | Errno::ENOMEM) => true,
            tried => {
                KNOWN.store(1 + u8::from(tried.is_ok()), Relaxed);
                tried.is_ok()
            }
        },
        known => known == 2,
    }
}

#[cfg(target_os = "linux")]
fn try_it() -> Result<(), Errno> {
    use std::os::fd::AsFd;

    use crate::sys::wait::{Who, waitid};

    let me = open(std::process::id() as i32)?;
    signal(me.as_fd(), 0)?;
    // This process is no child of its own, and an old kernel does not even know
    // the question.
    match waitid(Who::Pidfd(me.as_fd()), nix::libc::WNOHANG) {
        Err(Errno::ECHILD) => Ok(()),
        _ => Err(Errno::EINVAL),
    }
}

#[cfg(not(target_os = "linux"))]
fn try_it() -> Result<(), Errno> {
    Err(Errno::ENOSYS)
}

/// Opens a descriptor for a process. It is readable from the process's end on.
#[cfg(target_os = "linux")]
pub fn open(pid: i32) -> Result<OwnedFd, Errno> {
    use std::os::fd::FromRawFd;

    // SAFETY: the call takes two integers.
    let fd = Errno::result(unsafe {
        nix::libc::syscall(nix::libc::SYS_pidfd_open, pid, 0)
    })?;
    // SAFETY: the kernel has just opened it, for nobody else.
    Ok(unsafe { OwnedFd::from_raw_fd(fd as i32) })
}

/// Sends a signal, or with 0 only asks whether that would be allowed.
#[cfg(target_os = "linux")]
pub fn signal(pidfd: BorrowedFd<'_>, signal: i32) -> Result<(), Errno> {
    use std::os::fd::AsRawFd;

    use nix::libc;

    let none = std::ptr::null::<libc::siginfo_t>();
    let pidfd = pidfd.as_raw_fd();
    // SAFETY: the descriptor is open, and the pointer may be null.
    let sent = unsafe {
        libc::syscall(libc::SYS_pidfd_send_signal, pidfd, signal, none, 0)
    };
    Errno::result(sent).map(drop)
}
#[cfg(not(target_os = "linux"))]
pub fn open(_: i32) -> Result<OwnedFd, Errno> {
    Err(Errno::ENOSYS)
}

#[cfg(not(target_os = "linux"))]
pub fn signal(_: BorrowedFd<'_>, _: i32) -> Result<(), Errno> {
    Err(Errno::ENOSYS)
}
// ANCHOR_END: pidfd
