use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};

static STAMPS: AtomicU32 = AtomicU32::new(0);

fn count(whose: String) {
    println!("{whose} child: {} stamps", STAMPS.load(Ordering::Relaxed));
}

const COUNT: Target<String> = Target::new("count", count);

/// A process as a library makes it.
fn sorter() -> Process<'static> {
    let whose = "the library's".to_owned();
    Process::call(&COUNT, whose).with_start_method(StartMethod::Spawn) // ①
}

fn main() -> Result<()> {
    guard(&[&COUNT])?;
    STAMPS.store(4, Ordering::Relaxed);
    let clerk = Process::call(&COUNT, "the program's".to_owned());
    let clerk = clerk.with_start_method(StartMethod::Fork); // ②
    for mut child in [clerk, sorter()] {
        child.start()?;
        child.join()?;
    }
    Ok(())
}
