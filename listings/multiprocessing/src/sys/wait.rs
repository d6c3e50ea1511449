//! How a child has ended, by `waitid`.

use std::os::fd::BorrowedFd;

use nix::errno::Errno;
use nix::libc;

// ANCHOR: waitid
/// The child that is meant.
#[derive(Clone, Copy)]
pub enum Who<'a> {
    /// By its descriptor: this child and never a later one.
    Pidfd(BorrowedFd<'a>),
    /// By its PID, which nobody else has until somebody has waited.
    Pid(i32),
}

/// The exit code of an ended child, or minus the number of its signal; `None`
/// if it still runs. (nix's `waitid` fails at a real-time signal.)
pub fn waitid(who: Who, flags: libc::c_int) -> Result<Option<i32>, Errno> {
    let (kind, id) = match who {
        #[cfg(target_os = "linux")]
        Who::Pidfd(fd) => (libc::P_PIDFD, std::os::fd::AsRawFd::as_raw_fd(&fd)),
        #[cfg(not(target_os = "linux"))]
        Who::Pidfd(_) => return Err(Errno::EINVAL),
        Who::Pid(pid) => (libc::P_PID, pid),
    };
    let flags = libc::WEXITED | flags;
    // SAFETY: all zeros is a valid `siginfo_t`, and the kernel writes into it.
    let info = unsafe {
        let mut info: libc::siginfo_t = std::mem::zeroed();
        Errno::result(libc::waitid(kind, id as libc::id_t, &mut info, flags))?;
        info
    };
    // SAFETY: `waitid` fills in the fields of a child that has ended.
    let (pid, status) = unsafe { (info.si_pid(), info.si_status()) };
    Ok(match (pid, info.si_code) {
        (0, _) => None,
        (_, libc::CLD_EXITED) => Some(status),
        _ => Some(-status),
    })
}

/// Waits for a child that is about to end, and forgets how it did.
pub fn bury(pid: i32) {
    while waitid(Who::Pid(pid), 0) == Err(Errno::EINTR) {}
}
// ANCHOR_END: waitid
