//! Ending a whole tree of processes (Linux).
#![cfg(target_os = "linux")]

use std::fs;

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::wait;
use nix::unistd::Pid;

/// Kills the children of this process, then those that they leave, until
/// there are none, and gives their number. The process must be a subreaper,
/// have one thread, and want none of its children.
pub fn kill_all() -> anyhow::Result<usize> {
    let mut ended = 0;
    loop {
        let list = fs::read_to_string("/proc/thread-self/children")?; // ①
        for pid in list.split_whitespace() {
            kill(Pid::from_raw(pid.parse()?), Signal::SIGKILL)?; // ②
        }
        match wait() {
            Ok(_) => ended += 1, // ③
            Err(Errno::EINTR) => {}
            Err(Errno::ECHILD) => return Ok(ended),
            Err(e) => return Err(e.into()),
        }
    }
}
