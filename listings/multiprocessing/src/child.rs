//! A started child: waiting for it, signalling it.

use std::fs::File;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::libc;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::{Error, Result, server, world};

// ANCHOR: child
/// A child that was started, shared by its `Process` and the list of children.
pub(crate) struct Child {
    pub pid: i32,
    pub name: String,
    pub daemon: bool,
    /// The process whose child it is.
    pub parent: i32,
    /// Readable as soon as the child has ended.
    pub sentinel: OwnedFd,
    /// How it ended, once somebody has waited.
    pub status: Mutex<Status>,
    /// The fork server whose child it is; `sentinel` is a pipe from there.
    pub served: Option<i32>,
}

#[derive(Clone, Copy)]
pub(crate) enum Status {
    /// Nobody has waited yet: it runs, or is a zombie.
    Unread,
    /// The exit code, or minus the number of the signal.
    Ended(i32),
    /// It has ended, and its exit code was read by somebody else.
    Lost,
    /// It has ended, and the fork server that knew its exit code before it.
    ServerDied,
}
// ANCHOR_END: child

impl Child {
    // ANCHOR: wait
    /// Waits until the child has ended, at most this long, and gives its exit
    /// code, or `None` if it still runs.
    pub fn wait(&self, timeout: Option<Duration>) -> Result<Option<i32>> {
        if let Some(known) = self.known()? {
            return Ok(Some(known));
        }
        match timeout {
            None => self.reap(0),
            Some(time) if readable(self.sentinel.as_fd(), time)? => {
                self.reap(0)
            }
            Some(_) => Ok(None),
        }
    }

    /// The exit code, or `None` if the child still runs.
    pub fn poll(&self) -> Result<Option<i32>> {
        match self.known()? {
            Some(known) => Ok(Some(known)),
            None => self.reap(libc::WNOHANG),
        }
    }

    /// The exit code, if somebody has waited.
    pub fn known(&self) -> Result<Option<i32>> {
        match *self.status.lock().unwrap_or_else(PoisonError::into_inner) {
            Status::Unread => Ok(None),
            Status::Ended(code) => Ok(Some(code)),
            Status::Lost => Err(Error::StatusLost),
            Status::ServerDied => Err(Error::ServerDied),
        }
    }
    // ANCHOR_END: wait

    // ANCHOR: reap
    /// Reads the exit status from the kernel, which frees the PID.
    fn reap(&self, flags: libc::c_int) -> Result<Option<i32>> {
        let status = loop {
            if self.served.is_some() {
                match self.read_code(flags)? {
                    Some(status) => break status,
                    None => return Ok(None),
                }
            }
            match waitid(self, flags) {
                Ok(None) => return Ok(None),
                Ok(Some(code)) => break Status::Ended(code),
                Err(Errno::EINTR) => {}
                Err(Errno::ECHILD) => {
                    if std::process::id() as i32 != self.parent {
                        return Err(Error::NotParent);
                    }
                    break Status::Lost;
                }
                Err(e) => return Err(system("cannot wait", e)),
            }
        };
        world::lock().children.remove(&self.pid);
        let mut known =
            self.status.lock().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have been quicker; then it knows.
        if let Status::Unread = *known {
            *known = status;
        }
        drop(known);
        self.known()
    }
    // ANCHOR_END: reap

    // ANCHOR: read_code
    /// Reads the exit code that the fork server has written.
    fn read_code(&self, flags: libc::c_int) -> Result<Option<Status>> {
        let zero = Duration::ZERO;
        if flags & libc::WNOHANG != 0 && !readable(self.sentinel.as_fd(), zero)?
        {
            return Ok(None);
        }
        let pipe = self.sentinel.try_clone().map(File::from);
        let number = pipe.and_then(|pipe| server::number(&pipe));
        match number {
            Ok(Some(code)) => Ok(Some(Status::Ended(code as i32))),
            Ok(None) => Ok(Some(Status::ServerDied)),
            Err(source) => Err(Error::System { what: "cannot wait", source }),
        }
    }

    /// Has the fork server send a signal: it knows whether it has waited for
    /// the child. If it has died, the child has been alone since, and the pipe
    /// that it holds tells whether it lives.
    fn signal_by(&self, server: i32, signal: Signal) -> Result<()> {
        let world = world::lock();
        if let Some(known) = world.server.as_ref().filter(|s| s.pid() == server)
            && known.signal(self.pid, signal).is_ok()
        {
            return Ok(());
        }
        drop(world);
        if readable(self.sentinel.as_fd(), Duration::ZERO)? {
            return Ok(());
        }
        match kill(Pid::from_raw(self.pid), signal) {
            Ok(()) | Err(Errno::ESRCH) => Ok(()),
            Err(e) => Err(system("cannot signal the process", e)),
        }
    }
    // ANCHOR_END: read_code

    // ANCHOR: signal
    /// Sends a signal; none if the child has been waited for, because its PID
    /// may be another process's by now.
    pub fn signal(&self, signal: Signal) -> Result<()> {
        if !matches!(self.known(), Ok(None)) {
            return Ok(());
        }
        if let Some(server) = self.served {
            return self.signal_by(server, signal);
        }
        match send(self, signal as libc::c_int) {
            Ok(()) | Err(Errno::ESRCH) => Ok(()),
            Err(e) => Err(system("cannot signal the process", e)),
        }
    }
    // ANCHOR_END: signal
}

fn system(what: &'static str, errno: Errno) -> Error {
    Error::System { what, source: errno.into() }
}

// ANCHOR: waitid
/// The exit code of an ended child; `None` if it still runs.
#[cfg(target_os = "linux")]
fn waitid(
    child: &Child,
    flags: libc::c_int,
) -> std::result::Result<Option<i32>, Errno> {
    // SAFETY: all zeros is a valid `siginfo_t`, and the kernel writes into it.
    let info = unsafe {
        let mut info: libc::siginfo_t = std::mem::zeroed();
        let pidfd = child.sentinel.as_raw_fd() as libc::id_t;
        let flags = libc::WEXITED | flags;
        Errno::result(libc::waitid(libc::P_PIDFD, pidfd, &mut info, flags))?;
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

/// The exit code of an ended child; `None` if it still runs.
#[cfg(not(target_os = "linux"))]
fn waitid(
    child: &Child,
    flags: libc::c_int,
) -> std::result::Result<Option<i32>, Errno> {
    // The first call waits and leaves the zombie, and with it the PID.
    // SAFETY: all zeros is a valid `siginfo_t`, and the kernel writes into it.
    let ended = unsafe {
        let mut info: libc::siginfo_t = std::mem::zeroed();
        let pid = child.pid as libc::id_t;
        let flags = libc::WEXITED | libc::WNOWAIT | flags;
        Errno::result(libc::waitid(libc::P_PID, pid, &mut info, flags))?;
        info.si_pid() != 0
    };
    if !ended {
        return Ok(None);
    }
    // The second frees the PID. `send` does not use it meanwhile or later.
    let mut known = child.status.lock().unwrap_or_else(PoisonError::into_inner);
    if let Status::Ended(code) = *known {
        return Ok(Some(code)); // another thread was quicker
    }
    let mut status = 0;
    // SAFETY: the kernel writes one `c_int`.
    Errno::result(unsafe { libc::waitpid(child.pid, &mut status, 0) })?;
    let code = match libc::WIFEXITED(status) {
        true => libc::WEXITSTATUS(status),
        false => -libc::WTERMSIG(status),
    };
    *known = Status::Ended(code);
    Ok(Some(code))
}
// ANCHOR_END: waitid

// ANCHOR: send
/// Linux signals the process that the descriptor names, never a later one.
#[cfg(target_os = "linux")]
fn send(child: &Child, signal: libc::c_int) -> std::result::Result<(), Errno> {
    let pidfd = child.sentinel.as_raw_fd();
    let none = std::ptr::null::<libc::siginfo_t>();
    // SAFETY: the descriptor is open, and the pointer may be null.
    let sent = unsafe {
        libc::syscall(libc::SYS_pidfd_send_signal, pidfd, signal, none, 0)
    };
    Errno::result(sent).map(drop)
}

/// Elsewhere the lock keeps other threads from freeing the PID meanwhile.
#[cfg(not(target_os = "linux"))]
fn send(child: &Child, signal: libc::c_int) -> std::result::Result<(), Errno> {
    let known = child.status.lock().unwrap_or_else(PoisonError::into_inner);
    if !matches!(*known, Status::Unread) {
        return Ok(());
    }
    // SAFETY: `kill` has no precondition.
    Errno::result(unsafe { libc::kill(child.pid, signal) }).map(drop)
}
// ANCHOR_END: send

// ANCHOR: readable
/// Waits until the descriptor is readable, at most this long. Signals do not
/// cut it short, and the time is rounded up to milliseconds, never down.
pub(crate) fn readable(fd: BorrowedFd<'_>, timeout: Duration) -> Result<bool> {
    let start = Instant::now();
    loop {
        let left = timeout.saturating_sub(start.elapsed());
        let milliseconds = left.as_nanos().div_ceil(1_000_000);
        let wait =
            PollTimeout::try_from(milliseconds).unwrap_or(PollTimeout::MAX);
        match poll(&mut [PollFd::new(fd, PollFlags::POLLIN)], wait) {
            Ok(0) if start.elapsed() >= timeout => return Ok(false),
            Ok(0) | Err(Errno::EINTR) => {}
            Ok(_) => return Ok(true),
            Err(e) => return Err(system("cannot wait", e)),
        }
    }
}
// ANCHOR_END: readable

/// Waits for a process that is no child of ours. `gone` is asked after its
/// descriptor is open, so that a PID used again cannot deceive.
#[cfg(target_os = "linux")]
pub(crate) fn wait_for_stranger(
    pid: i32,
    timeout: Duration,
    gone: impl Fn() -> bool,
) -> Result<bool> {
    match crate::watch::pidfd_open(pid) {
        _ if gone() => Ok(true),
        Ok(pidfd) => readable(pidfd.as_fd(), timeout),
        Err(source) => Err(Error::System { what: "cannot wait", source }),
    }
}

/// Waits for a process that is no child of ours.
#[cfg(not(target_os = "linux"))]
pub(crate) fn wait_for_stranger(
    _: i32,
    timeout: Duration,
    gone: impl Fn() -> bool,
) -> Result<bool> {
    let start = Instant::now();
    while !gone() && start.elapsed() < timeout {
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(gone())
}
