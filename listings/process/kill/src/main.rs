use std::io::{Read, Write, pipe};
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::{SigHandler, Signal, signal};

fn main() -> Result<()> {
    let (mut parent, mut bell) = pipe()?;
    let mut guest = Process::new(move || {
        // SAFETY: no handler runs, the kernel drops the signal.
        unsafe { signal(Signal::SIGTERM, SigHandler::SigIgn) }
            .expect("SIGTERM can be ignored"); // ①
        bell.write_all(b"!").expect("the parent listens"); // ②
        sleep(Duration::from_secs(60));
    })
    .with_daemon(true);
    guest.start()?;
    parent.read_exact(&mut [0])?;

    guest.terminate()?;
    guest.join_timeout(Duration::from_millis(100))?; // ③
    let gone = if guest.is_alive()? { "still here" } else { "gone" };
    println!("after terminate: {gone}");
    guest.kill()?; // ④
    guest.join()?;
    let code = guest.exitcode()?.unwrap_or(0);
    println!("after kill:      the exit code is {code}");
    Ok(())
}
