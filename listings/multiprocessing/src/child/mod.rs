//! A started child: waiting for it, signalling it. The same for all start
//! methods.

mod own;
mod served;

pub mod server;
pub mod status;
pub mod watch;

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::libc;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::child::server::Needed;
use crate::child::status::Status;
use crate::child::watch::{BeforeFork, Watch};
use crate::error::{Error, Result, system};
use crate::sys::mark::mark;
use crate::sys::pidfd;
use crate::sys::poll::readable;

// ANCHOR: child
/// A child that was started, shared by its `Process`, the list of children and
/// whoever waits for it.
pub struct Child {
    pub pid: i32,
    pub label: Label,
    /// The process whose child it is.
    parent: u64,
    /// Readable from the child's end on, for ever.
    watch: Watch,
    /// How it ended, once somebody has asked for it.
    status: OnceLock<Status>,
    /// Held by whoever reads the status: it can be read once.
    reading: Mutex<()>,
    kind: Kind,
}

/// Who reads the exit status.
enum Kind {
    /// This process.
    Own,
    /// The fork server, which writes the code into a pipe, and is not to end
    /// before.
    Served { code: File, _needed: Needed },
}
/// What the parent calls a child.
pub struct Label {
    /// Each child of a process has its own, which grows with each start.
    pub number: u64,
    pub name: String,
    pub daemon: bool,
}
// ANCHOR_END: child

impl Child {
    // ANCHOR: own
    /// The record of a child that this process has forked or spawned. If it
    /// cannot be watched, it is ended, though it may have begun. Then there was
    /// not even the `room` that was kept for this.
    pub fn own(
        pid: i32,
        label: Label,
        watch: BeforeFork,
        room: &mut Option<OwnedFd>,
    ) -> Result<Self> {
        let (watch, status) = own::watch(pid, watch, room)?;
        Ok(Child::new(pid, label, watch, status, Kind::Own))
    }

    /// The record of a child of the fork server.
    pub fn served(
        pid: i32,
        label: Label,
        watch: Watch,
        code: OwnedFd,
        needed: Needed,
    ) -> Self {
        let kind = Kind::Served { code: code.into(), _needed: needed };
        Child::new(pid, label, watch, OnceLock::new(), kind)
    }

    fn new(
        pid: i32,
        label: Label,
        watch: Watch,
        status: OnceLock<Status>,
        kind: Kind,
    ) -> Self {
        let (parent, reading) = (mark(), Mutex::new(()));
        Child { pid, label, parent, watch, status, reading, kind }
    }
    /// Readable from the child's end on.
    pub fn sentinel(&self) -> BorrowedFd<'_> {
        self.watch.as_fd()
    }
    // ANCHOR_END: own

    // ANCHOR: wait
    /// Waits until the child has ended, at most this long, and gives its exit
    /// code, or `None` if it still runs.
    pub fn wait(&self, timeout: Option<Duration>) -> Result<Option<i32>> {
        if let Some(known) = self.known()? {
            return Ok(Some(known));
        }
        self.ours()?;
        let start = Instant::now();
        match (timeout, &self.kind) {
            (None, Kind::Own) => own::sleep(self.pid, &self.watch)?,
            (timeout, _) => {
                let time = timeout.unwrap_or(Duration::MAX);
                if !readable(self.sentinel(), time)? {
                    return Ok(None);
                }
                if let Kind::Served { code, .. } = &self.kind {
                    // The server is about to tell.
                    let left = time.saturating_sub(start.elapsed());
                    if !readable(code.as_fd(), left)? {
                        return Ok(None);
                    }
                }
            }
        }
        loop {
            let code = self.read()?;
            let is_pipe = matches!(self.watch, Watch::Pipe(_));
            match timeout {
                // The pipe was closed a moment before the child is gone.
                Some(time) if is_pipe && code.is_none() => {
                    if start.elapsed() >= time {
                        return Ok(None);
                    }
                    sleep(Duration::from_millis(1));
                }
                _ => return Ok(code),
            }
        }
    }

    /// The exit code, or `None` if the child still runs.
    pub fn poll(&self) -> Result<Option<i32>> {
        match self.known()? {
            Some(known) => Ok(Some(known)),
            None => {
                self.ours()?;
                self.read()
            }
        }
    }

    /// The exit code, if somebody has asked for it since the end.
    pub fn known(&self) -> Result<Option<i32>> {
        self.status.get().map(Status::code).transpose()
    }

    /// Whether it is known how the child ended, or that nobody knows.
    pub fn is_over(&self) -> bool {
        self.status.get().is_some()
    }
    // ANCHOR_END: wait

    // ANCHOR: ours
    /// Fails in a process that only has a copy of the parent's memory.
    fn ours(&self) -> Result<()> {
        match mark() == self.parent {
            true => Ok(()),
            false => Err(Error::NotParent),
        }
    }
    // ANCHOR_END: ours

    // ANCHOR: read
    /// Reads the exit status, if the child has ended, which frees the PID. Of
    /// several threads one reads it, and the others find what it has written
    /// down.
    fn read(&self) -> Result<Option<i32>> {
        let _reading =
            self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        if self.status.get().is_none() {
            let status = match &self.kind {
                Kind::Own => own::read(self.pid, &self.watch)?,
                Kind::Served { code, .. } => served::read(&self.watch, code)?,
            };
            let Some(status) = status else { return Ok(None) };
            let _ = self.status.set(status); // it is empty
        }
        self.known()
    }
    // ANCHOR_END: read

    // ANCHOR: close_descriptors
    /// Closes them, and writes to no page of memory.
    ///
    /// # Safety
    ///
    /// Nobody uses this value afterwards, not even by dropping it.
    pub unsafe fn close_descriptors(&self) {
        // SAFETY: they are this value's, which is not used any more.
        unsafe {
            libc::close(self.watch.as_fd().as_raw_fd());
            if let Kind::Served { code, .. } = &self.kind {
                libc::close(code.as_raw_fd());
            }
        }
    }
    // ANCHOR_END: close_descriptors

    // ANCHOR: signal
    /// Sends a signal; none if the child has ended, because its PID may be
    /// another process's by now.
    pub fn signal(&self, signal: Signal) -> Result<()> {
        let sent = match (&self.watch, &self.kind) {
            _ if self.is_over() => return Ok(()),
            (Watch::Pidfd(fd), _) => pidfd::signal(fd.as_fd(), signal as i32),
            // While it is a child, and nobody reads its status, the PID is its.
            (Watch::Pipe(_), Kind::Own) => {
                self.ours()?;
                let reading = self.reading.lock();
                let _reading = reading.unwrap_or_else(PoisonError::into_inner);
                match self.is_over() || own::is_gone(self.pid) {
                    true => return Ok(()),
                    false => kill(Pid::from_raw(self.pid), signal),
                }
            }
            // The server may wait for it at any moment from its end on.
            (Watch::Pipe(pipe), Kind::Served { .. }) => {
                match readable(pipe.as_fd(), Duration::ZERO)? {
                    true => return Ok(()),
                    false => kill(Pid::from_raw(self.pid), signal),
                }
            }
        };
        match sent {
            Ok(()) | Err(Errno::ESRCH) => Ok(()),
            Err(e) => {
                Err(system::<io::Error>("cannot signal the process")(e.into()))
            }
        }
    }
    // ANCHOR_END: signal
}
