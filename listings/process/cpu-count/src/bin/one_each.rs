use std::io::{Read, Write, pipe};
use std::thread::available_parallelism;

use anyhow::Result;
use multiprocessing::Process;

const LAST: u64 = 1_000_000;

fn main() -> Result<()> {
    let workers = available_parallelism()?.get();
    let (mut sums, pen) = pipe()?;
    let mut children = Vec::new();
    for first in 1..=workers as u64 {
        let mut pen = pen.try_clone()?;
        let mut child = Process::new(move || {
            // Every `workers`th number is this child's.
            let sum: u64 = (first..=LAST).step_by(workers).sum();
            pen.write_all(&sum.to_ne_bytes()).expect("the parent reads");
        });
        child.start()?;
        children.push(child);
    }
    drop(pen); // The reading ends when the last child has.
    let mut total = 0;
    for child in children {
        child.join()?;
        let mut sum = [0; 8];
        sums.read_exact(&mut sum)?;
        total += u64::from_ne_bytes(sum);
    }
    println!("1 + 2 + … + {LAST} = {total}");
    Ok(())
}
