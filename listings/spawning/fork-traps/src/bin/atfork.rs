use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread::Builder;

use anyhow::{Result, ensure};
use fork_traps::Locked;
use multiprocessing::Process;
use nix::libc::pthread_atfork;

#[global_allocator]
static ALLOCATOR: Locked = Locked::new();
static DONE: AtomicBool = AtomicBool::new(false);

extern "C" fn lock() {
    ALLOCATOR.lock();
}

extern "C" fn unlock() {
    ALLOCATOR.unlock();
}

fn main() -> Result<()> {
    // SAFETY: the functions neither allocate nor unwind.
    let failed =
        unsafe { pthread_atfork(Some(lock), Some(unlock), Some(unlock)) }; // ①
    ensure!(failed == 0, "cannot register the functions");
    Builder::new().spawn(|| {
        while !DONE.load(SeqCst) {
            drop(black_box(Box::new(0))); // ②
        }
    })?;
    for _ in 0..20 {
        let mut child = Process::new(|| drop(black_box(Box::new(0))));
        child.start()?;
        child.join()?;
    }
    DONE.store(true, SeqCst);
    println!("20 children had memory");
    Ok(())
}
