//! The process that started this one.

use std::fmt;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::unistd::getppid;

use crate::error::Result;
use crate::sys::poll::readable;

// ANCHOR: parent_process
/// The parent, as a child sees it.
#[derive(Clone)]
pub struct ParentProcess {
    pub(crate) name: String,
    pub(crate) pid: i32,
    /// Its descriptor, which it has given along, where the system has them.
    pub(crate) pidfd: Option<Arc<OwnedFd>>,
    /// Where not, the process whose child this one is as long as the parent
    /// lives: the parent itself, or the fork server, which ends with it.
    pub(crate) witness: i32,
}

impl ParentProcess {
    /// The name it had at the start.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its PID. If it has ended, the number may be another process's.
    pub fn pid(&self) -> i32 {
        self.pid
    }

    /// Whether it still runs. (On a system without pidfds: whether this process
    /// still is a child of its, which is over for a child of the fork server if
    /// that dies.)
    pub fn is_alive(&self) -> bool {
        match &self.pidfd {
            Some(fd) => !readable(fd.as_fd(), Duration::ZERO).unwrap_or(false),
            // The kernel gives an orphan another parent.
            None => getppid().as_raw() == self.witness,
        }
    }
}
// ANCHOR_END: parent_process

// ANCHOR: parent_join
impl ParentProcess {
    /// Waits until it has ended, at most this long. Says whether it has.
    pub fn join_timeout(&self, timeout: Duration) -> Result<bool> {
        if let Some(fd) = &self.pidfd {
            return readable(fd.as_fd(), timeout);
        }
        let start = Instant::now();
        while self.is_alive() && start.elapsed() < timeout {
            sleep(Duration::from_millis(5));
        }
        Ok(!self.is_alive())
    }
}

impl fmt::Debug for ParentProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<ParentProcess name='{}' pid={}>", self.name, self.pid)
    }
}
// ANCHOR_END: parent_join
