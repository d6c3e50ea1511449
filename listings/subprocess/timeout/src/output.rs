use std::io::Result;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::collect::collect;
use crate::wait_timeout;

/// Runs a program for at most this long, and kills it then. Gives its exit
/// status, or `None` if it was killed, and what was written before that.
pub fn output_timeout(
    command: &mut Command,
    timeout: Duration,
) -> Result<(Option<ExitStatus>, Vec<u8>)> {
    let start = Instant::now();
    let left = || timeout.saturating_sub(start.elapsed());
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut output = Vec::new();
    let waited = collect(&mut child, &mut output, left)
        .and_then(|()| wait_timeout(&mut child, left()));
    if !matches!(waited, Ok(Some(_))) && child.try_wait()?.is_none() {
        child.kill()?;
        child.wait()?; // ①
    }
    Ok((waited?, output))
}
