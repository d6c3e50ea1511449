use std::error;
use std::fmt::{Display, Formatter, Result};

use crate::Error;

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Error::Launch(error) => error.fmt(f),
            Error::Lost { program, .. } => {
                write!(f, "cannot wait for {}", program.display())
            }
            Error::Failed(done) => {
                let program = done.program.display();
                write!(f, "{program} failed, {}", done.status)
            }
            Error::TimedOut { program, .. } => {
                write!(f, "{} took too long", program.display())
            }
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Error::Launch(error) => error.source(),
            Error::Lost { source, .. } => Some(source),
            Error::Failed(_) | Error::TimedOut { .. } => None,
        }
    }
}
