//! What this process knows of itself and of its children.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};

use nix::libc;
use nix::sys::signal::Signal;

use crate::child::Child;
use crate::current::Current;
use crate::server::Server;
use crate::{Error, Result};

// ANCHOR: world
/// One lock for all of it. `start` holds it across the fork, so that the child
/// gets it whole, and unlocked by the one thread that goes on there.
pub(crate) struct World {
    pub current: Current,
    /// The children that nobody has waited for yet, by PID.
    pub children: BTreeMap<i32, Arc<Child>>,
    /// How many `Process` objects were made here.
    pub made: u32,
    /// The process that forks for this one, if it was ever needed.
    pub server: Option<Server>,
}

static WORLD: Mutex<Option<World>> = Mutex::new(None);

pub(crate) struct Guard(MutexGuard<'static, Option<World>>);

pub(crate) fn lock() -> Guard {
    let mut world = WORLD.lock().unwrap_or_else(PoisonError::into_inner);
    world.get_or_insert_with(|| World {
        current: Current::main(),
        children: BTreeMap::new(),
        made: 0,
        server: None,
    });
    Guard(world)
}

impl std::ops::Deref for Guard {
    type Target = World;

    fn deref(&self) -> &World {
        self.0.as_ref().expect("`lock` has filled it")
    }
}

impl std::ops::DerefMut for Guard {
    fn deref_mut(&mut self) -> &mut World {
        self.0.as_mut().expect("`lock` has filled it")
    }
}
// ANCHOR_END: world

// ANCHOR: active_children
/// The living children of this process. Those that have ended are waited for,
/// and are not in the list. Python: `active_children()`.
pub fn active_children() -> Vec<ActiveChild> {
    let children: Vec<_> = lock().children.values().cloned().collect();
    let mut active = Vec::new();
    for child in children {
        // A child whose status is lost has ended as well. One that could not be
        // asked for it may live.
        if matches!(child.poll(), Ok(None) | Err(Error::System { .. })) {
            active.push(ActiveChild(child));
        }
    }
    active
}

/// A living child, as [`active_children`] gives it.
#[derive(Clone)]
pub struct ActiveChild(Arc<Child>);

impl ActiveChild {
    /// The name it was started with.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Its PID.
    pub fn pid(&self) -> i32 {
        self.0.pid
    }

    /// Asks it to end, by SIGTERM.
    pub fn terminate(&self) -> Result<()> {
        self.0.signal(Signal::SIGTERM)
    }

    /// Waits until it has ended.
    pub fn join(&self) -> Result<()> {
        self.0.wait(None).map(drop)
    }
}
// ANCHOR_END: active_children

// ANCHOR: finish
/// At the end of a process: asks the daemons to end, then waits for all.
pub(crate) fn finish() {
    let world = lock();
    if world.current.is_copy() {
        return; // made by a fork that this library knows nothing of
    }
    let children: Vec<_> = world.children.values().cloned().collect();
    drop(world);
    for child in children.iter().filter(|child| child.daemon) {
        // One that has ended already needs no signal.
        let _ = child.signal(Signal::SIGTERM);
    }
    for child in children {
        // There is nobody left to tell that a status was lost.
        let _ = child.wait(None);
    }
    let server = lock().server.take();
    if let Some(server) = server {
        server.stop();
    }
}

/// Has `finish` run at the end of this program.
pub(crate) fn finish_at_exit() -> Result<()> {
    extern "C" fn hook() {
        finish();
    }
    static ONCE: Once = Once::new();
    let mut result = Ok(());
    ONCE.call_once(|| {
        // SAFETY: the hook is a plain function, which never unwinds.
        if unsafe { libc::atexit(hook) } != 0 {
            result = Err(Error::last("cannot register the end of the program"));
        }
    });
    result
}
// ANCHOR_END: finish
