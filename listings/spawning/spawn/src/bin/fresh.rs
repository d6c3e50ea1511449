use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};

static GUESTS: AtomicU32 = AtomicU32::new(0);

fn count(method: String) {
    println!("{method}: {} guests", GUESTS.load(Ordering::Relaxed));
}

const COUNT: Target<String> = Target::new("count", count);

fn main() -> Result<()> {
    guard(&[&COUNT])?;
    GUESTS.store(4, Ordering::Relaxed); // ①
    for method in [StartMethod::Fork, StartMethod::Spawn] {
        let mut child = Process::call(&COUNT, format!("{method:?}"))
            .with_start_method(method);
        child.start()?;
        child.join()?;
    }
    Ok(())
}
