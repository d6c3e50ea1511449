//! A child of this very process, which the kernel tells about.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::OnceLock;

use nix::errno::Errno;
use nix::libc;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::child::status::Status;
use crate::child::watch::{BeforeFork, Watch};
use crate::error::{Result, system};
use crate::sys::wait::{Who, bury, waitid};

// ANCHOR: adopt
/// Begins to watch a new child. One that cannot be watched is ended.
pub fn watch(
    pid: i32,
    watch: BeforeFork,
    room: &mut Option<OwnedFd>,
) -> Result<(Watch, OnceLock<Status>)> {
    match watch.in_parent(pid, room) {
        Ok(Some(watch)) => Ok((watch, OnceLock::new())),
        // A pipe that nobody writes to is readable from the start.
        Ok(None) => {
            let ended = io::pipe().map_err(system("cannot open a pipe"))?;
            let lost = OnceLock::from(Status::Lost);
            Ok((Watch::Pipe(ended.0.into()), lost))
        }
        Err(errno) => {
            let _ = kill(Pid::from_raw(pid), Signal::SIGKILL);
            bury(pid);
            Err(system("cannot watch the child")(errno))
        }
    }
}
// ANCHOR_END: adopt

// ANCHOR: sleep
/// Sleeps until the child has ended, and leaves its status where it is.
pub fn sleep(pid: i32, watch: &Watch) -> Result<()> {
    loop {
        match waitid(who(pid, watch), libc::WNOWAIT) {
            Err(Errno::EINTR) => {}
            // `read` finds out who has been quicker.
            Ok(_) | Err(Errno::ECHILD) => return Ok(()),
            Err(e) => return Err(system("cannot wait")(e)),
        }
    }
}
// ANCHOR_END: sleep

// ANCHOR: read
/// How it ended, if it has: then this frees the PID.
pub fn read(pid: i32, watch: &Watch) -> Result<Option<Status>> {
    loop {
        match waitid(who(pid, watch), libc::WNOHANG) {
            Ok(code) => return Ok(code.map(Status::Ended)),
            Err(Errno::EINTR) => {}
            Err(Errno::ECHILD) => return Ok(Some(Status::Lost)),
            Err(e) => return Err(system("cannot wait")(e)),
        }
    }
}

/// Whether somebody else has waited for it, or nobody has to: then its PID may
/// be another process's.
pub fn is_gone(pid: i32) -> bool {
    let flags = libc::WNOHANG | libc::WNOWAIT;
    waitid(Who::Pid(pid), flags) == Err(Errno::ECHILD)
}

fn who(pid: i32, watch: &Watch) -> Who<'_> {
    match watch {
        Watch::Pidfd(fd) => Who::Pidfd(std::os::fd::AsFd::as_fd(fd)),
        Watch::Pipe(_) => Who::Pid(pid),
    }
}
// ANCHOR_END: read
