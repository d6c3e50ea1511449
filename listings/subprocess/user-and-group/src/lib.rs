use std::io::ErrorKind;
use std::process::{Command, Output};

use anyhow::{Context, Result};

/// The number of a user, and of a group, that nobody has.
pub const STRANGER: u32 = 65533;

/// Runs a program, unless this user may not change to the user that the
/// program is to run as. Then the answer is `None`.
pub fn allowed(command: &mut Command) -> Result<Option<Output>> {
    match command.output() {
        Err(e) if e.kind() == ErrorKind::PermissionDenied => Ok(None),
        output => output.context("cannot run the program").map(Some),
    }
}
