use std::ffi::OsString;
use std::io;

use launch_errors::LaunchError;

use crate::Done;

#[derive(Debug)]
pub enum Error {
    /// The program cannot be started.
    Launch(LaunchError),
    /// It was started, and then a pipe or the waiting failed. It has ended.
    Lost { program: OsString, source: io::Error },
    /// It has ended, not with exit status 0, and the caller has said `check`.
    Failed(Done),
    /// It did not end in time and was ended. This is what it had printed.
    TimedOut { program: OsString, stdout: Vec<u8>, stderr: Vec<u8> },
}
