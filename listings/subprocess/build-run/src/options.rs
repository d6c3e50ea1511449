use std::{ffi::OsStr, path::Path, process::Stdio, time::Duration};

use crate::Run;

impl Run {
    /// One more argument, handed over as it is.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }
    /// The folder to run it in.
    pub fn current_dir(mut self, dir: impl AsRef<Path>) -> Self {
        self.command.current_dir(dir);
        self
    }
    /// What the program reads. Without it, it reads what this program reads.
    pub fn input(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.command.stdin(Stdio::piped());
        Run { input: input.into(), ..self }
    }
    /// Collects what the program prints, standard output and error apart.
    pub fn capture(mut self) -> Self {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        self
    }
    /// Collects both in `stdout`, in the order in which they are written.
    pub fn capture_merged(self) -> Self {
        Run { merge: true, ..self }
    }
    /// Ends the program after this time, with all that is in its group. What
    /// has moved to a group or a session of its own runs on.
    pub fn timeout(self, timeout: Duration) -> Self {
        Run { timeout: Some(timeout), ..self }
    }
    /// Makes every end but exit status 0 an error.
    pub fn check(self) -> Self {
        Run { check: true, ..self }
    }
}
