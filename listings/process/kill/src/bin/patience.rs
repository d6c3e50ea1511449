use std::io::{Read, Write, pipe};
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::{SigHandler, Signal, signal};

fn stop(child: &Process, patience: Duration) -> Result<()> {
    child.terminate()?;
    if !child.join_timeout(patience)? {
        child.kill()?;
        child.join()?;
    }
    Ok(())
}

fn main() -> Result<()> {
    for answer in [SigHandler::SigDfl, SigHandler::SigIgn] {
        let (mut parent, mut bell) = pipe()?;
        let mut guest = Process::new(move || {
            // SAFETY: no handler runs in either case.
            unsafe { signal(Signal::SIGTERM, answer) }.expect("an answer");
            bell.write_all(b"!").expect("the parent listens");
            sleep(Duration::from_secs(60));
        })
        .with_daemon(true);
        guest.start()?;
        parent.read_exact(&mut [0])?;
        stop(&guest, Duration::from_millis(100))?;
        println!("{:?} ended it", guest.exitcode()?);
    }
    Ok(())
}
