use std::io;
use std::process::{Child, ExitStatus};
use std::thread::sleep;
use std::time::{Duration, Instant};

const STEP: Duration = Duration::from_millis(1);

/// Waits until the child has ended, at most this long. `None`: it still runs.
pub fn wait_looping(
    child: &mut Child,
    timeout: Duration,
) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    loop {
        let status = child.try_wait()?;
        if status.is_some() || start.elapsed() >= timeout {
            return Ok(status);
        }
        sleep(STEP);
    }
}
