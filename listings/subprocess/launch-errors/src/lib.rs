use std::ffi::OsString;
use std::path::PathBuf;
use std::{error, fmt, io};

mod blame;
mod launch;
pub use launch::launch;

/// Why a program does not run, with the name that std's error lacks.
#[derive(Debug)]
pub enum LaunchError {
    /// The program cannot be found, or not be run.
    Program(OsString, io::Error),
    /// An argument, counted from 1, cannot be handed over.
    Argument(usize, io::Error),
    /// The working directory cannot be entered.
    Directory(PathBuf, io::Error),
    /// No environment holds a variable of this name, or with its value.
    Variable(OsString, io::Error),
}

impl fmt::Display for LaunchError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Program(name, _) => write!(f, "cannot run {name:?}"),
            Self::Argument(n, _) => write!(f, "cannot pass argument {n}"),
            Self::Directory(path, _) => write!(f, "cannot enter {path:?}"),
            Self::Variable(name, _) => write!(f, "cannot set {name:?}"),
        }
    }
}

impl error::Error for LaunchError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Program(_, e) | Self::Argument(_, e) => Some(e),
            Self::Directory(_, e) | Self::Variable(_, e) => Some(e),
        }
    }
}
