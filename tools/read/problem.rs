//! Something that is wrong in a file of the book, and where.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

/// Something that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub path: PathBuf,
    /// Counted from 1; 0 where the whole file is meant.
    pub line: usize,
    pub what: String,
}

impl Problem {
    pub fn new(path: &Path, line: usize, what: impl Into<String>) -> Self {
        Problem { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path.display(), self.what),
            n => write!(f, "{}:{n}: {}", self.path.display(), self.what),
        }
    }
}

impl Error for Problem {}
