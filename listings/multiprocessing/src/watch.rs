//! A descriptor that is readable when a child has ended.

use std::io;
use std::os::fd::OwnedFd;

#[cfg(target_os = "linux")]
use nix::libc;
use nix::spawn::PosixSpawnFileActions;

// ANCHOR: watch
/// Linux has a descriptor for a process, the pidfd. It is opened after the
/// fork: until the parent has waited, the PID cannot be another process's.
#[cfg(target_os = "linux")]
pub(crate) struct Watch;

#[cfg(target_os = "linux")]
impl Watch {
    pub fn before_fork() -> io::Result<Self> {
        Ok(Watch)
    }

    /// `None` if the child is gone already: it has ended, and the kernel has
    /// thrown its exit status away, because `SIGCHLD` is ignored.
    pub fn in_parent(self, pid: i32) -> io::Result<Option<OwnedFd>> {
        match pidfd_open(pid) {
            Err(e) if e.raw_os_error() == Some(libc::ESRCH) => Ok(None),
            pidfd => pidfd.map(Some),
        }
    }

    pub fn in_child(self) {}

    /// The descriptor is opened by the parent; a spawned child needs nothing.
    pub fn in_spawned(&self, _: &mut PosixSpawnFileActions) -> nix::Result<()> {
        Ok(())
    }
}

/// Opens a descriptor for a process.
#[cfg(target_os = "linux")]
pub(crate) fn pidfd_open(pid: i32) -> io::Result<OwnedFd> {
    use std::os::fd::FromRawFd;

    // SAFETY: the call takes two integers.
    match unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) } {
        -1 => Err(io::Error::last_os_error()),
        // SAFETY: the kernel has just opened it, for nobody else.
        fd => Ok(unsafe { OwnedFd::from_raw_fd(fd as i32) }),
    }
}
// ANCHOR_END: watch

// ANCHOR: watch_pipe
/// Elsewhere it is a pipe, as in Python: the child holds the writing end, and
/// the kernel closes that when the child ends. A grandchild that outlives the
/// child holds it longer.
#[cfg(not(target_os = "linux"))]
pub(crate) struct Watch(io::PipeReader, io::PipeWriter);

#[cfg(not(target_os = "linux"))]
impl Watch {
    pub fn before_fork() -> io::Result<Self> {
        io::pipe().map(|(reader, writer)| Watch(reader, writer))
    }

    pub fn in_parent(self, _: i32) -> io::Result<Option<OwnedFd>> {
        Ok(Some(self.0.into()))
    }

    pub fn in_child(self) {
        std::mem::forget(self.1);
    }

    pub fn in_spawned(
        &self,
        actions: &mut PosixSpawnFileActions,
    ) -> nix::Result<()> {
        use std::os::fd::AsRawFd;
        // If it were 4 already, it would stay marked as closed on exec.
        actions.add_dup2(self.1.as_raw_fd(), 5)?;
        actions.add_dup2(5, 4)
    }
}
// ANCHOR_END: watch_pipe
