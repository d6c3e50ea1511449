//! A child of the fork server, which tells about it.

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::time::Duration;

use crate::child::status::Status;
use crate::child::watch::Watch;
use crate::error::{Result, system};
use crate::sys::poll::readable;

// ANCHOR: read
/// How it ended, if it has. The server writes that down a moment after the end,
/// or is dead, and then nobody holds the other end of the pipe. One that does
/// neither within a second was stopped, and may tell later.
pub fn read(watch: &Watch, mut code: &File) -> Result<Option<Status>> {
    if !readable(watch.as_fd(), Duration::ZERO)? {
        return Ok(None);
    }
    if !readable(code.as_fd(), Duration::from_secs(1))? {
        return Ok(None);
    }
    let mut bytes = [0; 4];
    match code.read_exact(&mut bytes) {
        Ok(()) => Ok(Some(Status::Ended(i32::from_ne_bytes(bytes)))),
        Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => {
            Ok(Some(Status::ServerDied))
        }
        Err(e) => Err(system("cannot read the exit code")(e)),
    }
}
// ANCHOR_END: read
