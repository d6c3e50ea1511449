use std::process::Command;
use std::time::Duration;

use launch_errors::launch;
use timeout::wait_timeout;

use crate::Error::{self, Failed, Launch, TimedOut, Wait};

/// Runs a program, which has this long to end with exit status 0.
pub fn check(command: &mut Command, time: Duration) -> Result<(), Error> {
    let name = command.get_program().display().to_string();
    let mut child = launch(command).map_err(Launch)?;
    match wait_timeout(&mut child, time) {
        Ok(Some(status)) if status.success() => Ok(()),
        Ok(Some(status)) => Err(Failed(name, status)),
        late => {
            let gone = child.try_wait().and_then(|ended| match ended {
                None => child.kill().and_then(|()| child.wait()), // ①
                Some(status) => Ok(status),
            });
            Err(match late.and(gone) {
                Ok(_) => TimedOut(name, time),
                Err(e) => Wait(name, e),
            })
        }
    }
}
