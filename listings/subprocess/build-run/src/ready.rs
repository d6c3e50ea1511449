use std::fs::File;
use std::io::Result;
use std::os::fd::AsFd;
use std::time::Instant;

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

/// The numbers of the ends that can be used without waiting. Sleeps until
/// there is one, or until the deadline.
pub(crate) fn ready(
    ends: &[Option<File>; 3],
    deadline: Option<Instant>,
) -> Result<Vec<usize>> {
    let open = |n: &usize| ends[*n].is_some();
    let open: Vec<usize> = (0..3).filter(open).collect();
    let mut watched: Vec<PollFd> = Vec::new();
    for (n, end) in ends.iter().enumerate() {
        let what = if n == 0 { PollFlags::POLLOUT } else { PollFlags::POLLIN };
        watched.extend(end.iter().map(|end| PollFd::new(end.as_fd(), what)));
    }
    while let Err(error) = poll(&mut watched, left(deadline)) {
        if error != Errno::EINTR {
            return Err(error.into());
        }
    }
    let ready = open.iter().zip(&watched);
    let ready = ready.filter(|(_, fd)| fd.any() != Some(false));
    Ok(ready.map(|(&n, _)| n).collect())
}

/// The time that is left, rounded up to milliseconds.
fn left(deadline: Option<Instant>) -> PollTimeout {
    let Some(deadline) = deadline else { return PollTimeout::NONE };
    let left = deadline.saturating_duration_since(Instant::now());
    let milliseconds = left.as_nanos().div_ceil(1_000_000);
    PollTimeout::try_from(milliseconds).unwrap_or(PollTimeout::MAX)
}
