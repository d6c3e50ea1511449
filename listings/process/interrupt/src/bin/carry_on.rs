use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::{SigHandler, Signal, signal};

fn main() -> Result<()> {
    let (mut parent, mut bell) = pipe()?;
    let (mut plate, mut waiter) = pipe()?;
    let mut cook = Process::new(move || {
        // SAFETY: no handler runs, the kernel drops the signal.
        unsafe { signal(Signal::SIGINT, SigHandler::SigIgn) }
            .expect("SIGINT can be ignored");
        bell.write_all(b"!").expect("the parent listens");
        plate.read_exact(&mut [0]).expect("the waiter comes");
        println!("cook:   the soup is served");
    })
    .with_daemon(true);
    cook.start()?;
    parent.read_exact(&mut [0])?;
    cook.interrupt()?;
    waiter.write_all(b"!")?;
    cook.join()?;
    let code = cook.exitcode()?.unwrap_or(-1);
    println!("parent: the exit code is {code}");
    Ok(())
}
