use std::io::{Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, scope, yield_now};

use anyhow::Result;
use multiprocessing::Process;

/// Starts children that use the standard output, and counts their ends.
fn start_all(count: usize) -> Result<usize> {
    let mut ended = 0;
    for _ in 0..count {
        let work = || stdout().flush().expect("an open output"); // ①
        let mut child = Process::new(work).with_daemon(true);
        child.start()?;
        child.join()?;
        ended += usize::from(child.exitcode()? == Some(0));
    }
    Ok(ended)
}

fn main() -> Result<()> {
    let enough = AtomicBool::new(false);
    let ended = scope(|threads| {
        Builder::new().spawn_scoped(threads, || {
            while !enough.load(Ordering::Relaxed) {
                let printing = stdout().lock(); // ②
                yield_now();
                drop(printing);
                yield_now();
            }
        })?;
        let ended = start_all(20); // ③
        enough.store(true, Ordering::Relaxed);
        ended
    })?;
    println!("{ended} of 20 children have ended");
    Ok(())
}
