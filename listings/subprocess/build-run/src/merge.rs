use std::fs::File;
use std::io::{Result, pipe};
use std::os::fd::OwnedFd;
use std::process::Command;

/// Gives both outputs of the command one pipe, and returns its other end.
pub(crate) fn merge(command: &mut Command) -> Result<File> {
    let (reader, writer) = pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    Ok(OwnedFd::from(reader).into())
}
