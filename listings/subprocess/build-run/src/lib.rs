//! Runs a program: feeds it, collects what it prints, and ends it in time.

mod display;
mod done;
mod error;
mod kill;
mod merge;
mod options;
mod pipes;
mod ready;
mod run;
mod running;
mod start;
mod step;

use std::ffi::OsStr;
use std::process::Command;
use std::time::Duration;

pub use done::Done;
pub use error::Error;
pub use pipes::Pipes;
pub use running::Running;

/// A program to run. Its methods are the keyword arguments of Python's `run`.
pub struct Run {
    command: Command,
    input: Vec<u8>,
    /// Both outputs go into one pipe.
    merge: bool,
    timeout: Option<Duration>,
    check: bool,
}

impl Run {
    /// A program by its path, or by its name in one of the folders of `PATH`.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        Command::new(program).into()
    }
}
