use std::fs::read_dir;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let mut first = Process::new(|| ()); // which opens some for good
    first.start()?;
    first.join()?;
    first.close()?;
    let mut child = Process::new(|| ());
    let before = open()?; // ①
    child.start()?;
    println!("after start: {:+}", open()? - before);
    child.join()?;
    println!("after join:  {:+}", open()? - before); // ②
    child.close()?;
    println!("after close: {:+}", open()? - before);

    let mut child = Process::new(|| ());
    child.start()?;
    child.join()?;
    drop(child); // ③
    println!("after drop:  {:+}", open()? - before);
    Ok(())
}

fn open() -> Result<i32> {
    Ok(i32::try_from(read_dir("/proc/self/fd")?.count())?)
}
