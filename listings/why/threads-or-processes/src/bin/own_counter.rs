use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread::{Builder, scope};

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let loaves = AtomicU32::new(0);
    let bake = || {
        loaves.fetch_add(10, Relaxed);
    };
    scope(|threads| -> Result<()> {
        for _ in 0..4 {
            Builder::new().spawn_scoped(threads, bake)?;
        }
        Ok(())
    })?;
    println!("4 threads:   {} loaves", loaves.swap(0, Relaxed));

    let mut bakers = Vec::new();
    for _ in 0..4 {
        let mut baker = Process::new(bake);
        baker.start()?;
        bakers.push(baker);
    }
    for baker in &bakers {
        baker.join()?;
    }
    println!("4 processes: {} loaves", loaves.load(Relaxed));
    Ok(())
}
