use std::io::Result;
use std::process::{Child, ExitStatus};
use std::time::Instant;

use nix::libc::ECHILD;
use timeout::wait_timeout;

/// A child that ends before this value does, with its group if it leads one.
pub struct Running {
    pub child: Child,
    /// It leads a process group.
    pub leads: bool,
    /// It has been waited for.
    pub ended: bool,
}

impl Running {
    /// Waits for the end of the child; `None` if time is up.
    pub fn wait(&mut self, end: Option<Instant>) -> Result<Option<ExitStatus>> {
        let left = end.map(|e| e.saturating_duration_since(Instant::now()));
        let status = match left {
            None => self.child.wait().map(Some),
            Some(left) => wait_timeout(&mut self.child, left), // ①
        };
        self.ended = match &status {
            Ok(status) => status.is_some(),
            Err(e) => e.raw_os_error() == Some(ECHILD), // ②
        };
        status
    }
}
