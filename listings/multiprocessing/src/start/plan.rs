//! Who a child will be.

use crate::child::Label;
use crate::error::{Error, Result};
use crate::here::authkey::AuthKey;
use crate::here::end::finish_at_exit;
use crate::here::parent::ParentProcess;
use crate::here::record::{Me, lock};
use crate::sys::mark::mark;

// ANCHOR: plan
/// What the maker of a `Process` wants.
pub struct Wanted {
    pub name: String,
    pub daemon: bool,
    pub authkey: Option<AuthKey>,
    pub identity: Vec<u32>,
    /// The process that made the object.
    pub maker: u64,
}

/// A child that may be started.
pub struct Plan {
    /// What the parent calls it.
    pub label: Label,
    /// What it is to itself.
    pub me: Me,
}

impl Plan {
    /// Refuses what is not allowed, and adds what the child has from its
    /// parent.
    pub fn new(wanted: Wanted) -> Result<Self> {
        let Wanted { name, daemon, authkey, identity, maker } = wanted;
        let mut record = lock();
        if record.me.daemon {
            return Err(Error::Daemonic);
        }
        if maker != mark() {
            return Err(Error::NotParent);
        }
        finish_at_exit(&mut record)?;
        // A family has one key, which is there before its first child.
        let family = record.me.authkey()?.clone();
        // Opened here, so that a child by any method gets it.
        record.pidfd()?;
        let pid = record.pid();
        let parent = ParentProcess {
            name: record.me.name.clone(),
            pid,
            pidfd: None,
            witness: pid,
        };
        let (authkey, parent) = (authkey.or(Some(family)), Some(parent));
        record.started += 1;
        let (number, own_name) = (record.started, name.clone());
        let label = Label { number, name, daemon };
        let me = Me { name: own_name, daemon, identity, authkey, parent };
        Ok(Plan { label, me })
    }
}
// ANCHOR_END: plan
