use std::{error, fmt, io, process::ExitStatus, time::Duration};

use launch_errors::LaunchError;

mod check;
pub use check::check;

/// What can go wrong when another program is to do the work.
#[derive(Debug)]
pub enum Error {
    /// It was not started. Python: `FileNotFoundError` and others.
    Launch(LaunchError),
    /// It failed, or a signal has ended it. Python: `CalledProcessError`.
    Failed(String, ExitStatus),
    /// It took too long. Python: `TimeoutExpired`.
    TimedOut(String, Duration),
    /// The system could not tell how it ended. Python has no such error.
    Wait(String, io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Launch(e) => e.fmt(f),
            Self::Failed(name, status) => write!(f, "{name}: {status}"),
            Self::TimedOut(name, time) => write!(f, "{name}: over {time:?}"),
            Self::Wait(name, _) => write!(f, "cannot wait for {name}"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Launch(e) => e.source(),
            Self::Wait(_, e) => Some(e),
            Self::Failed(..) | Self::TimedOut(..) => None,
        }
    }
}
