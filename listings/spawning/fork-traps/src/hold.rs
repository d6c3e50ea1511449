//! A thread in the middle of an `alloc`.

use std::io::Result;
use std::sync::Barrier;
use std::thread::Builder;

use crate::Locked;

/// The thread and its caller meet here, three times.
static TURN: Barrier = Barrier::new(2);

/// Starts a thread, and returns when it has the lock. It keeps it.
pub fn hold(allocator: &'static Locked) -> Result<()> {
    Builder::new().spawn(|| {
        TURN.wait();
        allocator.lock();
        TURN.wait();
        TURN.wait();
        allocator.unlock();
    })?;
    TURN.wait();
    TURN.wait();
    Ok(())
}

/// Lets the thread go on.
pub fn let_go() {
    TURN.wait();
}
