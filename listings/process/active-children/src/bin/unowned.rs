use std::io::{Read, Write, pipe};
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::{Process, active_children};
use nix::sys::signal::{SigHandler, Signal, signal};

fn start_kettle() -> Result<()> {
    let boil = || sleep(Duration::from_secs(60));
    let mut kettle = Process::new(boil).with_name("kettle").with_daemon(true);
    kettle.start()?;
    Ok(()) // the object is dropped here
}

fn main() -> Result<()> {
    start_kettle()?;
    for child in active_children() {
        println!("without its object: {}", child.name());
        child.terminate()?;
        child.join()?;
    }

    // SAFETY: ignoring a signal runs no handler.
    unsafe { signal(Signal::SIGCHLD, SigHandler::SigIgn) }?;
    let (mut bell, mut ring) = pipe()?;
    let mut child = Process::new(move || {
        bell.read_exact(&mut [0]).expect("the bell rings");
    });
    child.start()?;
    ring.write_all(b"!")?;
    let ended = child.join().is_err();
    let left = active_children().len();
    println!("SIGCHLD is ignored: ended is {ended}, {left} in the list");
    Ok(())
}
