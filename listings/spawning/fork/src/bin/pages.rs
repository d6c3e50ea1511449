use std::fs::read_to_string;
use std::hint::black_box;

use anyhow::Result;
use multiprocessing::Process;

/// KiB of memory that this process has written to and shares with nobody.
fn private() -> usize {
    let rollup = read_to_string("/proc/self/smaps_rollup").unwrap_or_default();
    let line = rollup.lines().find(|line| line.starts_with("Private_Dirty:"));
    let kib = line.and_then(|line| line.split_whitespace().nth(1));
    kib.and_then(|kib| kib.parse().ok()).unwrap_or(0)
}

/// MiB copied since then.
fn copied(before: usize) -> usize {
    private().saturating_sub(before) / 1024
}

fn main() -> Result<()> {
    let mut snow = vec![1_u8; 64 << 20]; // ①
    let mut child = Process::new(|| {
        let before = private();
        black_box(snow.iter().step_by(4096).max()); // ②
        println!("read:    {} MiB copied", copied(before));
        snow.iter_mut().step_by(4096).for_each(|flake| *flake = 2); // ③
        println!("written: {} MiB copied", copied(before));
        black_box(&snow);
    });
    child.start()?;
    child.join()?;
    Ok(())
}
