use std::ffi::OsString;
use std::path::PathBuf;
use std::{error, fmt, io};

mod launch;
pub use launch::launch;

/// Why a program does not run, with the name that std's error lacks.
#[derive(Debug)]
pub enum LaunchError {
    /// The working directory cannot be entered.
    Directory(PathBuf, io::Error),
    /// The program cannot be found, or not be run.
    Program(OsString, io::Error),
    /// No environment variable can have this name.
    Variable(OsString),
}

impl fmt::Display for LaunchError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Directory(path, _) => write!(f, "cannot enter {path:?}"),
            Self::Program(name, _) => write!(f, "cannot run {name:?}"),
            Self::Variable(name) => write!(f, "no variable can be {name:?}"),
        }
    }
}

impl error::Error for LaunchError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Directory(_, source) | Self::Program(_, source) => {
                Some(source)
            }
            Self::Variable(_) => None,
        }
    }
}
