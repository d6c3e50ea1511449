//! The public view of this process and of its parent.

use std::fmt;

use crate::error::Result;
use crate::here::authkey::AuthKey;
use crate::here::parent::ParentProcess;
use crate::here::record::{Me, lock};

// ANCHOR: current_process
/// The calling process. Python: `current_process()`.
pub fn current_process() -> CurrentProcess {
    let mut record = lock();
    CurrentProcess { me: record.me.clone(), pid: record.pid() }
}

/// The process that started this one; `None` in the main process. Python:
/// `parent_process()`.
pub fn parent_process() -> Option<ParentProcess> {
    lock().me.parent.clone()
}

/// The calling process, as it was when [`current_process`] was called.
pub struct CurrentProcess {
    me: Me,
    pid: i32,
}

impl CurrentProcess {
    /// `MainProcess`, or the name of the [`Process`](crate::Process).
    pub fn name(&self) -> &str {
        &self.me.name
    }

    /// Its PID.
    pub fn pid(&self) -> i32 {
        self.pid
    }

    /// Whether it is a daemonic child.
    pub fn daemon(&self) -> bool {
        self.me.daemon
    }

    /// The key that it shares with its children.
    pub fn authkey(&self) -> Result<AuthKey> {
        lock().me.authkey().cloned()
    }
}
// ANCHOR_END: current_process

// ANCHOR: current_debug
impl fmt::Debug for CurrentProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Me { name, daemon, parent, .. } = &self.me;
        write!(f, "<Process name='{name}' pid={} parent=", self.pid)?;
        match parent {
            Some(parent) => write!(f, "{}", parent.pid)?,
            None => f.write_str("None")?,
        }
        f.write_str(" started")?;
        f.write_str(if *daemon { " daemon>" } else { ">" })
    }
}
// ANCHOR_END: current_debug
