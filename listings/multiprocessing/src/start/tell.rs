//! The last step of a start that inherits nothing: the child is told.

use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;

use nix::sys::signal::Signal;

use crate::child::Child;
use crate::error::Result;
use crate::here::children;
use crate::run::brief::Brief;
use crate::run::work::Letter;

// ANCHOR: tell
/// Tells a child that is on the list who it is and what to do. One that cannot
/// be told is ended, and `start` has failed.
pub fn tell(
    child: Arc<Child>,
    socket: UnixStream,
    brief: &Brief,
    letter: &Letter,
    watch: Option<OwnedFd>,
    served: bool,
) -> Result<Arc<Child>> {
    match brief.tell(&socket, letter, watch, served, child.sentinel()) {
        Ok(()) => Ok(child),
        Err(error) => {
            let _ = child.signal(Signal::SIGKILL);
            drop(socket);
            let _ = children::wait(&child, None);
            Err(error)
        }
    }
}
// ANCHOR_END: tell
