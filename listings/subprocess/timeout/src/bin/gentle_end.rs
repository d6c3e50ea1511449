use std::io::{Read, Result};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use timeout::wait_timeout;

fn ask(child: &mut Child) -> Result<()> {
    if child.try_wait()?.is_none() {
        kill(Pid::from_raw(child.id() as i32), Signal::SIGTERM)?;
    }
    Ok(())
}

/// Asks the child to end, and makes it end if it does not within this time.
fn stop(child: &mut Child, patience: Duration) -> Result<ExitStatus> {
    let waited = ask(child).and_then(|()| wait_timeout(child, patience));
    if !matches!(waited, Ok(Some(_))) && child.try_wait()?.is_none() {
        child.kill()?;
    }
    let status = child.wait()?;
    waited.map(|_| status)
}

fn main() -> Result<()> {
    for script in ["echo; exec sleep 60", "trap '' TERM; echo; exec sleep 60"] {
        let mut guest = Command::new("sh")
            .args(["-c", script])
            .stdout(Stdio::piped())
            .spawn()?;
        let bell = guest.stdout.as_mut().map(|pipe| pipe.read_exact(&mut [0]));
        let ended = stop(&mut guest, Duration::from_millis(100));
        bell.unwrap_or(Ok(()))?;
        println!("{}", ended?);
    }
    Ok(())
}
