//! A started child: waiting for it, signalling it.

use std::fs::File;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::libc;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::error::system;
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
    /// How it ended, once somebody has waited. Until then it runs, or is a
    /// zombie. Written under the lock of `world`.
    pub status: OnceLock<Status>,
    /// The fork server whose child it is; `sentinel` is a pipe from there.
    pub served: Option<i32>,
}

#[derive(Clone, Copy)]
pub(crate) enum Status {
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
            None => self.sleep()?,
            Some(time) => {
                self.ours()?;
                readable(self.sentinel.as_fd(), time)?;
            }
        }
        self.reap()
    }

    /// The exit code, or `None` if the child still runs.
    pub fn poll(&self) -> Result<Option<i32>> {
        match self.known()? {
            Some(known) => Ok(Some(known)),
            None => self.reap(),
        }
    }

    /// The exit code, if somebody has waited.
    pub fn known(&self) -> Result<Option<i32>> {
        match self.status.get() {
            None => Ok(None),
            Some(Status::Ended(code)) => Ok(Some(*code)),
            Some(Status::Lost) => Err(Error::StatusLost),
            Some(Status::ServerDied) => Err(Error::ServerDied),
        }
    }
    // ANCHOR_END: wait

    // ANCHOR: ours
    /// Fails in a process that only has a copy of the parent's memory.
    fn ours(&self) -> Result<()> {
        match std::process::id() as i32 == self.parent {
            true => Ok(()),
            false => Err(Error::NotParent),
        }
    }
    // ANCHOR_END: ours

    // ANCHOR: sleep
    /// Sleeps until the child has ended, and leaves its status where it is.
    fn sleep(&self) -> Result<()> {
        if self.served.is_some() || cfg!(not(target_os = "linux")) {
            self.ours()?; // a PID may be another process's
        }
        if self.served.is_some() {
            return readable(self.sentinel.as_fd(), Duration::MAX).map(drop);
        }
        loop {
            match waitid(self, libc::WNOWAIT) {
                Err(Errno::EINTR) => {}
                // `reap` finds out who has been quicker.
                Ok(_) | Err(Errno::ECHILD) => return Ok(()),
                Err(e) => return Err(system("cannot wait")(e)),
            }
        }
    }
    // ANCHOR_END: sleep

    // ANCHOR: reap
    /// Reads the exit status, if the child has ended, which frees the PID.
    ///
    /// It can be read once. Of several threads one reads it, under the lock,
    /// and the others find what it has written down.
    fn reap(&self) -> Result<Option<i32>> {
        if cfg!(not(target_os = "linux")) {
            self.ours()?; // a PID may be another process's
        }
        let mut world = world::lock();
        while self.status.get().is_none() {
            let status = match self.served {
                Some(_) => self.read_code()?,
                None => match waitid(self, libc::WNOHANG) {
                    Ok(code) => code.map(Status::Ended),
                    Err(Errno::EINTR) => continue,
                    Err(Errno::ECHILD) => {
                        self.ours()?;
                        Some(Status::Lost)
                    }
                    Err(e) => return Err(system("cannot wait")(e)),
                },
            };
            let Some(status) = status else { return Ok(None) };
            let _ = self.status.set(status); // it is empty
            let listed = world.children.get(&self.pid);
            if listed.is_some_and(|child| std::ptr::eq(&**child, self)) {
                world.children.remove(&self.pid);
            }
        }
        self.known()
    }
    // ANCHOR_END: reap

    // ANCHOR: read_code
    /// Reads the exit code, if the fork server has written it.
    fn read_code(&self) -> Result<Option<Status>> {
        self.ours()?;
        if !readable(self.sentinel.as_fd(), Duration::ZERO)? {
            return Ok(None);
        }
        let pipe = self.sentinel.try_clone().map(File::from);
        let number = pipe.and_then(|pipe| server::number(&pipe));
        match number {
            Ok(Some(code)) => Ok(Some(Status::Ended(code as i32))),
            Ok(None) => Ok(Some(Status::ServerDied)),
            Err(e) => Err(system("cannot wait")(e)),
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
            Err(e) => Err(system("cannot signal the process")(e)),
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
            Err(e) => Err(system("cannot signal the process")(e)),
        }
    }
    // ANCHOR_END: signal
}

// ANCHOR: waitid
/// The exit code of an ended child; `None` if it still runs.
fn waitid(
    child: &Child,
    flags: libc::c_int,
) -> std::result::Result<Option<i32>, Errno> {
    // Linux takes the descriptor, which names this child and never a later one.
    #[cfg(target_os = "linux")]
    let (kind, id) = (libc::P_PIDFD, child.sentinel.as_raw_fd());
    #[cfg(not(target_os = "linux"))]
    let (kind, id) = (libc::P_PID, child.pid);
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
    let _world = world::lock();
    if child.status.get().is_some() {
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
            Err(e) => return Err(system("cannot wait")(e)),
        }
    }
}
// ANCHOR_END: readable

// ANCHOR: stranger
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
        // It has ended, and was waited for.
        Err(e) if e.raw_os_error() == Some(libc::ESRCH) => Ok(true),
        Err(e) => Err(system("cannot wait")(e)),
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
// ANCHOR_END: stranger
