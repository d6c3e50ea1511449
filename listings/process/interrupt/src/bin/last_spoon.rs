use std::io::{Read, Write, pipe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::{Process, exit};
use nix::sys::signal::{SigHandler, Signal, signal};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

extern "C" fn on_sigint(_: i32) {
    INTERRUPTED.store(true, Ordering::Relaxed);
}

fn main() -> Result<()> {
    let (mut parent, mut bell) = pipe()?;
    let mut cook = Process::new(move || {
        let handler = SigHandler::Handler(on_sigint);
        // SAFETY: the handler stores into an atomic, and nothing else.
        unsafe { signal(Signal::SIGINT, handler) }.expect("a handler"); // ①
        bell.write_all(b"!").expect("the parent listens");
        while !INTERRUPTED.load(Ordering::Relaxed) {
            sleep(Duration::from_millis(1)); // ②
        }
        println!("cook:   interrupted, the stove is off");
        exit(130); // ③
    })
    .with_daemon(true);
    cook.start()?;
    parent.read_exact(&mut [0])?;
    cook.interrupt()?;
    cook.join()?;
    let code = cook.exitcode()?.unwrap_or(-1);
    println!("parent: the exit code is {code}");
    Ok(())
}
