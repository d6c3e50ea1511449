use std::io;
use std::os::fd::BorrowedFd;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

/// Waits until a descriptor is readable, at most this long; says which are.
pub fn ready<const N: usize>(
    fds: [BorrowedFd; N],
    timeout: Duration,
) -> io::Result<[bool; N]> {
    let mut fds = fds.map(|fd| PollFd::new(fd, PollFlags::POLLIN));
    let start = Instant::now();
    loop {
        let left = timeout.saturating_sub(start.elapsed());
        let left = left.as_nanos().div_ceil(1_000_000); // ③
        let left = PollTimeout::try_from(left).unwrap_or(PollTimeout::MAX);
        match poll(&mut fds, left) {
            Err(Errno::EINTR) => {} // ④
            Ok(0) if left != PollTimeout::ZERO => {}
            other => {
                other?;
                return Ok(fds.map(|fd| fd.any().unwrap_or(false)));
            }
        }
    }
}
