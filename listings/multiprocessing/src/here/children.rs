//! The living children of this process.

use std::fmt;
use std::os::fd::BorrowedFd;
use std::ptr;
use std::sync::Arc;
use std::time::Duration;

use nix::sys::signal::Signal;

use crate::child::Child;
use crate::error::{Error, Result};
use crate::here::record::lock;

// ANCHOR: children
/// Puts a new child on the list.
pub fn add(child: &Arc<Child>) {
    lock().children.insert(child.label.number, Arc::clone(child));
}

/// Those on the list, as they were started.
pub fn all() -> Vec<Arc<Child>> {
    lock().children.values().cloned().collect()
}

/// Waits for a child, at most this long; it leaves the list if it has ended.
pub fn wait(child: &Child, timeout: Option<Duration>) -> Result<Option<i32>> {
    let code = child.wait(timeout);
    strike_off(child);
    code
}

/// The exit code of a child, or `None` if it still runs; it leaves the list if
/// it has ended.
pub fn poll(child: &Child) -> Result<Option<i32>> {
    let code = child.poll();
    strike_off(child);
    code
}

/// Waits for those that have ended and whose `Process` was dropped: nobody else
/// is going to ask about them.
pub fn wait_for_forgotten() {
    let mut children = all();
    // One is that of the list, the other that of this copy.
    children.retain(|child| Arc::strong_count(child) == 2);
    for child in children {
        let _ = poll(&child);
    }
}

fn strike_off(child: &Child) {
    if child.is_over() {
        let mut record = lock();
        // A copy of another process's child may have the same number.
        let listed = record.children.get(&child.label.number);
        if listed.is_some_and(|listed| ptr::eq(&**listed, child)) {
            record.children.remove(&child.label.number);
        }
    }
}
// ANCHOR_END: children

// ANCHOR: active_children
/// The living children of this process. Those that have ended are waited for,
/// and are not in the list. Python: `active_children()`.
pub fn active_children() -> Vec<ActiveChild> {
    let mut active = all();
    // A child whose status is lost has ended as well. One that could not be
    // asked for it may live.
    active.retain(|child| {
        matches!(poll(child), Ok(None) | Err(Error::System { .. }))
    });
    active.into_iter().map(ActiveChild).collect()
}

/// A started child, to be waited for from any thread: [`active_children`] and
/// [`Process::child`](crate::Process::child) give it.
#[derive(Clone)]
pub struct ActiveChild(pub(crate) Arc<Child>);

impl ActiveChild {
    /// The name it was started with.
    pub fn name(&self) -> &str {
        &self.0.label.name
    }

    /// Its PID.
    pub fn pid(&self) -> i32 {
        self.0.pid
    }

    /// Waits until it has ended.
    pub fn join(&self) -> Result<()> {
        wait(&self.0, None).map(drop)
    }

    /// Waits until it has ended, at most this long. Says whether it has.
    pub fn join_timeout(&self, timeout: Duration) -> Result<bool> {
        Ok(wait(&self.0, Some(timeout))?.is_some())
    }

    /// Whether it has not ended.
    pub fn is_alive(&self) -> Result<bool> {
        match poll(&self.0) {
            Err(Error::StatusLost | Error::ServerDied) => Ok(false),
            code => Ok(code?.is_none()),
        }
    }

    /// The exit code: `None` while it runs, and minus the number of the signal
    /// that ended it.
    pub fn exitcode(&self) -> Result<Option<i32>> {
        poll(&self.0)
    }

    /// Asks it to end, by SIGTERM.
    pub fn terminate(&self) -> Result<()> {
        self.0.signal(Signal::SIGTERM)
    }

    /// Ends it, by SIGKILL, which it cannot refuse.
    pub fn kill(&self) -> Result<()> {
        self.0.signal(Signal::SIGKILL)
    }

    /// Interrupts it as Ctrl-C does, by SIGINT.
    pub fn interrupt(&self) -> Result<()> {
        self.0.signal(Signal::SIGINT)
    }

    /// A descriptor that is readable from its end on.
    pub fn sentinel(&self) -> BorrowedFd<'_> {
        self.0.sentinel()
    }
}
impl fmt::Debug for ActiveChild {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<ActiveChild name='{}' pid={}>", self.name(), self.pid())
    }
}
// ANCHOR_END: active_children
