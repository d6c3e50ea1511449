//! The end of this process.

use nix::libc;
use nix::sys::signal::Signal;

use crate::error::{Error, Result};
use crate::here::children::{all, wait};
use crate::here::record::{Record, as_it_is, lock};

// ANCHOR: finish
/// Asks the daemons to end, waits for all children, and lets the fork servers
/// go.
pub fn finish() {
    if as_it_is().is_alone() {
        return;
    }
    let children = all();
    for child in children.iter().filter(|child| child.label.daemon) {
        // One that has ended already needs no signal.
        let _ = child.signal(Signal::SIGTERM);
    }
    for child in children {
        // There is nobody left to tell that a status was lost.
        let _ = wait(&child, None);
    }
    let servers = std::mem::take(&mut lock().servers);
    for server in servers {
        server.stop();
    }
}

/// Has `finish` run at the end of this program, and of each forked child that
/// ends by `exit(3)`.
pub fn finish_at_exit(record: &mut Record) -> Result<()> {
    extern "C" fn hook() {
        finish();
    }
    if !record.hooked {
        // SAFETY: the hook is a plain function, which never unwinds.
        if unsafe { libc::atexit(hook) } != 0 {
            return Err(Error::last("cannot register the end of the program"));
        }
        record.hooked = true;
    }
    Ok(())
}
// ANCHOR_END: finish
