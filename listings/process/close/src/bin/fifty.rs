use std::fs::read_dir;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let mut first = Process::new(|| ()); // which opens some for good
    first.start()?;
    first.join()?;
    first.close()?;
    let before = open()?;
    let mut children = Vec::new();
    for _ in 0..50 {
        let mut child = Process::new(|| ());
        child.start()?;
        child.join()?;
        children.push(child);
    }
    println!("50 joined: {:+}", open()? - before);
    for child in &mut children {
        child.close()?;
    }
    println!("50 closed: {:+}", open()? - before);
    Ok(())
}

fn open() -> Result<i32> {
    Ok(i32::try_from(read_dir("/proc/self/fd")?.count())?)
}
