use std::hint::black_box;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::{Builder, scope};

use anyhow::Result;

fn main() -> Result<()> {
    let (begun, enough) = (Barrier::new(2), AtomicBool::new(false));
    scope(|threads| -> Result<()> {
        let counter = Builder::new().spawn_scoped(threads, || {
            begun.wait();
            let mut sheep: u64 = 0;
            while !enough.load(Relaxed) {
                // ①
                sheep = black_box(sheep).wrapping_add(1);
            }
        })?;
        begun.wait();
        enough.store(true, Relaxed);
        counter.join().expect("it counts");
        println!("the counter has ended, because it looked");
        Ok(())
    })
}
