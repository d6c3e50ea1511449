//! Waiting for descriptors.

use std::os::fd::BorrowedFd;
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

use crate::error::{Result, system};

// ANCHOR: readable
/// Waits until the descriptor is readable, at most this long. Signals do not
/// cut it short, and the time is rounded up to milliseconds, never down.
pub fn readable(fd: BorrowedFd<'_>, timeout: Duration) -> Result<bool> {
    let start = Instant::now();
    loop {
        let left = timeout.saturating_sub(start.elapsed());
        let milliseconds = left.as_nanos().div_ceil(1_000_000);
        let wait =
            PollTimeout::try_from(milliseconds).unwrap_or(PollTimeout::MAX);
        match poll(&mut [PollFd::new(fd, PollFlags::POLLIN)], wait) {
            Ok(0) if start.elapsed() >= timeout => return Ok(false),
            Ok(0) | Err(Errno::EINTR) => {}
            Ok(_) => return Ok(true),
            Err(e) => return Err(system("cannot wait")(e)),
        }
    }
}
// ANCHOR_END: readable

// ANCHOR: ready
/// Waits until one of the descriptors has what it is asked for, and says which
/// have. A signal, too, ends the wait.
pub fn ready(
    fds: &[(BorrowedFd<'_>, PollFlags)],
) -> std::result::Result<Vec<bool>, Errno> {
    let mut fds: Vec<PollFd> =
        fds.iter().map(|(fd, flags)| PollFd::new(*fd, *flags)).collect();
    loop {
        match poll(&mut fds, PollTimeout::NONE) {
            Ok(_) | Err(Errno::EINTR) => break,
            // It is over in a moment, and what was begun would be lost.
            Err(Errno::ENOMEM) => sleep(Duration::from_millis(1)),
            Err(e) => return Err(e),
        }
    }
    Ok(fds.iter().map(|fd| fd.any().unwrap_or(true)).collect())
}
// ANCHOR_END: ready
