use std::io::{Error, Result};
use std::time::Instant;

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

use crate::Running;

impl Running {
    /// Ends the child, with its group if it leads one, and waits for it.
    pub fn kill(&mut self) -> Result<()> {
        if self.ended {
            return Ok(()); // ③
        }
        let group = Pid::from_raw(self.child.id() as i32);
        let killed = match self.leads {
            true => killpg(group, Signal::SIGKILL).map_err(Error::from),
            false => self.child.kill(),
        };
        let one_look = killed.is_err().then(Instant::now); // ④
        match self.wait(one_look)? {
            Some(_) => Ok(()),
            None => killed,
        }
    }
}

/// On whatever way out: an early return, an error, a panic.
impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}
