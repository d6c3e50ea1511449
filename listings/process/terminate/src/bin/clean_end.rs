use std::io::{Read, Write, pipe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::{SigHandler, Signal, signal};

static STOP: AtomicBool = AtomicBool::new(false);

extern "C" fn on_sigterm(_: i32) {
    STOP.store(true, Ordering::Relaxed); // ①
}

fn main() -> Result<()> {
    let (mut parent, mut bell) = pipe()?;
    let mut cook = Process::new(move || {
        let handler = SigHandler::Handler(on_sigterm);
        // SAFETY: the handler stores into an atomic, and nothing else.
        unsafe { signal(Signal::SIGTERM, handler) }.expect("a handler"); // ②
        bell.write_all(b"!").expect("the parent listens");
        while !STOP.load(Ordering::Relaxed) {
            sleep(Duration::from_millis(1)); // ③
        }
        println!("cook:   the stove is off"); // ④
    })
    .with_daemon(true);
    cook.start()?;
    parent.read_exact(&mut [0])?;
    cook.terminate()?;
    cook.join()?;
    let code = cook.exitcode()?.unwrap_or(-1);
    println!("parent: the exit code is {code}");
    Ok(())
}
