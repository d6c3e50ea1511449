//! The process that this code runs in, and its parent.

use std::fmt;
use std::time::Duration;

use nix::unistd::{SysconfVar, getppid, sysconf};

use crate::authkey::AuthKey;
use crate::{Error, Result, world};

// ANCHOR: current
/// What a process knows of itself.
#[derive(Clone)]
pub(crate) struct Current {
    pub name: String,
    pub daemon: bool,
    /// 0 until somebody asks.
    pub pid: i32,
    /// Which child of which child it is: empty for the main process.
    pub identity: Vec<u32>,
    pub authkey: Option<AuthKey>,
    pub parent: Option<ParentProcess>,
}

impl Current {
    pub fn main() -> Self {
        Current {
            name: "MainProcess".to_owned(),
            daemon: false,
            pid: 0,
            identity: Vec::new(),
            authkey: None,
            parent: None,
        }
    }

    /// The PID, which the kernel is asked for once.
    pub fn pid(&mut self) -> i32 {
        if self.pid == 0 {
            self.pid = std::process::id() as i32;
        }
        self.pid
    }

    /// Whether a fork has copied this into a process that it does not describe.
    pub fn is_copy(&self) -> bool {
        self.pid != 0 && self.pid != std::process::id() as i32
    }

    /// The key of this process, made when it is first asked for.
    pub fn authkey(&mut self) -> Result<&AuthKey> {
        let key = match self.authkey.take() {
            Some(key) => key,
            None => AuthKey::random()?,
        };
        Ok(self.authkey.insert(key))
    }
}
// ANCHOR_END: current

// ANCHOR: current_process
/// The calling process. Python: `current_process()`.
pub fn current_process() -> CurrentProcess {
    let mut world = world::lock();
    world.current.pid();
    CurrentProcess(world.current.clone())
}

/// The calling process, as it was when [`current_process`] was called.
pub struct CurrentProcess(Current);

impl CurrentProcess {
    /// `MainProcess`, or the name of the [`Process`](crate::Process).
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Its PID.
    pub fn pid(&self) -> i32 {
        self.0.pid
    }

    /// Whether it is a daemonic child.
    pub fn daemon(&self) -> bool {
        self.0.daemon
    }

    /// The key that it shares with its children.
    pub fn authkey(&self) -> Result<AuthKey> {
        world::lock().current.authkey().cloned()
    }
}
// ANCHOR_END: current_process

// ANCHOR: current_debug
impl fmt::Debug for CurrentProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Current { name, daemon, pid, parent, .. } = &self.0;
        write!(f, "<Process name='{name}' pid={pid} parent=")?;
        match parent {
            Some(parent) => write!(f, "{}", parent.pid)?,
            None => f.write_str("None")?,
        }
        f.write_str(" started")?;
        f.write_str(if *daemon { " daemon>" } else { ">" })
    }
}
// ANCHOR_END: current_debug

// ANCHOR: parent_process
/// The process that started this one; `None` in the main process. Python:
/// `parent_process()`.
pub fn parent_process() -> Option<ParentProcess> {
    world::lock().current.parent.clone()
}

/// The parent, as a child sees it.
#[derive(Clone)]
pub struct ParentProcess {
    pub(crate) name: String,
    pub(crate) pid: i32,
    /// The process whose child this one is as long as the parent lives: the
    /// parent itself, or the fork server, which ends with it.
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

    /// Whether it still runs: the kernel gives an orphan another parent. A
    /// child of a fork server takes the server's death for that of the parent.
    pub fn is_alive(&self) -> bool {
        getppid().as_raw() == self.witness
    }
}
// ANCHOR_END: parent_process

// ANCHOR: parent_join
impl ParentProcess {
    /// Waits until it has ended, at most this long. Says whether it has.
    pub fn join_timeout(&self, timeout: Duration) -> Result<bool> {
        crate::child::wait_for_stranger(self.pid, timeout, || !self.is_alive())
    }
}

impl fmt::Debug for ParentProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<ParentProcess name='{}' pid={}>", self.name, self.pid)
    }
}
// ANCHOR_END: parent_join

// ANCHOR: cpu_count
/// The number of processors of the machine. Python: `cpu_count()`.
///
/// How many of them this process may use is another question:
/// [`std::thread::available_parallelism`].
pub fn cpu_count() -> Result<usize> {
    match sysconf(SysconfVar::_NPROCESSORS_ONLN) {
        Ok(Some(count)) if count > 0 => Ok(count as usize),
        _ => Err(Error::last("cannot determine the number of processors")),
    }
}
// ANCHOR_END: cpu_count
