use std::ffi::OsString;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

/// A program that has ended. What was not captured is empty.
#[derive(Debug)]
pub struct Done {
    pub program: OsString,
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

impl Done {
    /// The exit status, or minus the number of the signal, as in Python.
    pub fn returncode(&self) -> i32 {
        let signal = self.status.signal().unwrap_or_default();
        self.status.code().unwrap_or(-signal)
    }
}
