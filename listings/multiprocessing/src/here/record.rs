//! What this process knows of itself: one record, under one lock.

use std::collections::BTreeMap;
use std::mem::{ManuallyDrop, forget, replace, take};
use std::os::fd::OwnedFd;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::child::Child;
use crate::child::server::Server;
use crate::error::{Result, system};
use crate::here::authkey::AuthKey;
use crate::here::parent::ParentProcess;
use crate::sys::mark::mark;
use crate::sys::pidfd;

// ANCHOR: me
/// Who this process is.
#[derive(Clone)]
pub struct Me {
    pub name: String,
    pub daemon: bool,
    /// Which child of which child it is: empty for the main process.
    pub identity: Vec<u32>,
    /// The key of its family, once somebody has asked for it.
    pub authkey: Option<AuthKey>,
    pub parent: Option<ParentProcess>,
}

impl Me {
    fn main() -> Self {
        Me {
            name: "MainProcess".to_owned(),
            daemon: false,
            identity: Vec::new(),
            authkey: None,
            parent: None,
        }
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
// ANCHOR_END: me

// ANCHOR: record
/// The record. A fork happens while its lock is held, so that the child gets it
/// whole, and unlocked by the one thread that goes on there.
pub struct Record {
    /// The process that this describes; `None` in a new child, which would
    /// otherwise pay for a page that few children need.
    whose: Option<u64>,
    pub me: Me,
    /// How many `Process` objects were made here.
    pub made: u32,
    /// How many of them were started.
    pub started: u64,
    /// The children whose end nobody has asked about yet, as they were started.
    pub children: BTreeMap<u64, Arc<Child>>,
    /// The last one in use, behind those that only earlier children need.
    pub servers: Vec<Arc<Server>>,
    /// Whether the end of the program is ours to know.
    pub hooked: bool,
    /// The PID, once somebody has asked the kernel.
    pid: Option<i32>,
    /// A descriptor that is not needed, so that there is one for a child that
    /// was forked already.
    pub room: Option<OwnedFd>,
    /// The descriptor of this process, for its children.
    pidfd: Option<Arc<OwnedFd>>,
}

static RECORD: Mutex<Option<Record>> = Mutex::new(None);

/// The record, and the lock on it.
pub struct Guard(MutexGuard<'static, Option<Record>>);

/// Nobody waits, and no foreign code runs, while this lock is held.
pub fn lock() -> Guard {
    let mut record = as_it_is();
    let mark = mark();
    match record.whose {
        Some(whose) if whose == mark => {}
        // A child of this library, which nobody has asked anything so far.
        None => record.whose = Some(mark),
        // A copy of the process that this was about, made by others: by a plain
        // `fork`, or by `daemon`. It has the name and the key, and no child.
        Some(_) => {
            record.begin_again();
            record.whose = Some(mark);
        }
    }
    record
}

/// The same, though it may be that of the process which this one is a copy of.
pub fn as_it_is() -> Guard {
    let mut record = RECORD.lock().unwrap_or_else(PoisonError::into_inner);
    record.get_or_insert_with(|| Record {
        whose: None,
        me: Me::main(),
        made: 0,
        started: 0,
        children: BTreeMap::new(),
        servers: Vec::new(),
        hooked: false,
        pid: None,
        room: None,
        pidfd: None,
    });
    Guard(record)
}
// ANCHOR_END: record

// ANCHOR: become
impl Record {
    /// Makes it the record of a child that has just begun. Each page that a
    /// child writes to has to be copied first, so what is replaced is not given
    /// back to the allocator.
    #[inline]
    pub fn become_child(&mut self, me: Me) {
        let mut before = replace(&mut self.me, me);
        drop(before.parent.take()); // which may hold a descriptor
        forget(before);
        // The descriptor of the parent, where this one has inherited it.
        if let Some(pidfd) = self.pidfd.take()
            && let Some(parent) = &mut self.me.parent
        {
            parent.pidfd = Some(pidfd);
        }
        let sisters = ManuallyDrop::new(take(&mut self.children));
        for sister in sisters.values() {
            // A copied `Process` may still ask about the others.
            if Arc::strong_count(sister) == 1 {
                // SAFETY: nobody else has it, and here it is never dropped.
                unsafe { sister.close_descriptors() };
            }
        }
        for server in ManuallyDrop::new(take(&mut self.servers)).iter() {
            // SAFETY: no `Process` holds it, and a thread that did is not here.
            unsafe { server.close_descriptors() };
        }
        self.begin_again();
    }

    /// What the process before had is not this one's.
    #[inline]
    fn begin_again(&mut self) {
        self.whose = None;
        self.made = 0;
        self.started = 0;
        self.pid = None;
        self.pidfd = None;
        if !self.is_alone() {
            self.children.clear();
            self.servers.clear();
        }
    }

    /// Whether there is nothing to do at the end of this process.
    #[inline]
    pub fn is_alone(&self) -> bool {
        self.children.is_empty() && self.servers.is_empty()
    }

    /// The PID of this process.
    pub fn pid(&mut self) -> i32 {
        *self.pid.get_or_insert_with(|| std::process::id() as i32)
    }

    /// The descriptor of this process, where the system has them.
    pub fn pidfd(&mut self) -> Result<Option<Arc<OwnedFd>>> {
        if self.pidfd.is_none() && pidfd::works() {
            let me = pidfd::open(self.pid());
            let me = me.map_err(system("cannot open this process"))?;
            self.pidfd = Some(Arc::new(me));
        }
        Ok(self.pidfd.clone())
    }

    /// Keeps room for the descriptor of a child.
    pub fn keep_room(&mut self) -> Result<()> {
        if self.room.is_none()
            && let Some(pidfd) = self.pidfd()?
        {
            let room = pidfd.try_clone();
            self.room = Some(room.map_err(system("cannot watch a child"))?);
        }
        Ok(())
    }
}
impl std::ops::Deref for Guard {
    type Target = Record;

    fn deref(&self) -> &Record {
        self.0.as_ref().expect("`lock` has filled it")
    }
}

impl std::ops::DerefMut for Guard {
    fn deref_mut(&mut self) -> &mut Record {
        self.0.as_mut().expect("`lock` has filled it")
    }
}
// ANCHOR_END: become
