//! How a child has ended.

use crate::error::{Error, Result};

// ANCHOR: status
/// What was found out about the end of a child.
#[derive(Clone, Copy)]
pub enum Status {
    /// The exit code, or minus the number of the signal.
    Ended(i32),
    /// It has ended, and its exit code was read by somebody else.
    Lost,
    /// It has ended, and the fork server that would have told how is dead.
    ServerDied,
}

impl Status {
    /// The exit code, or why there is none.
    pub fn code(&self) -> Result<i32> {
        match self {
            Status::Ended(code) => Ok(*code),
            Status::Lost => Err(Error::StatusLost),
            Status::ServerDied => Err(Error::ServerDied),
        }
    }
}
// ANCHOR_END: status
