use std::thread::Builder;

use anyhow::Result;
use multiprocessing::Process;
use tokio::runtime;

/// Starts a child here, and waits for it.
fn bake(place: &str) -> Result<()> {
    let mut child = Process::new(|| println!("baked {place}"));
    child.start()?;
    child.join()?;
    Ok(())
}

fn main() -> Result<()> {
    bake("before all threads")?; // ①
    let thread = Builder::new().spawn(|| bake("in a thread"))?; // ②
    thread.join().expect("no panic")?;
    let thread = Builder::new().spawn(|| {
        let runtime = runtime::Builder::new_current_thread().build()?;
        let task = runtime.spawn(async { bake("in a task") }); // ③
        runtime.block_on(task)?
    })?;
    thread.join().expect("no panic")
}
