use std::thread::{self, scope};
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

/// Has the thread of this runtime stir, and waits for it.
fn work(runtime: &Handle) {
    let task = runtime.spawn(async { println!("stirring") });
    runtime.block_on(task).expect("a task that ends");
}

fn watch(case: &str, mut child: Process<'_>, limit: u64) -> Result<()> {
    child.start()?;
    child.join_timeout(Duration::from_millis(limit))?;
    println!("{case}: exit code {:?}", child.exitcode()?);
    child.kill()?;
    Ok(child.join()?)
}

fn main() -> Result<()> {
    let runtime = Builder::new_current_thread().build()?;
    let (stop, stopped) = oneshot::channel::<()>();
    scope(|threads| {
        let thread = thread::Builder::new();
        thread.spawn_scoped(threads, || runtime.block_on(stopped))?; // ①
        work(runtime.handle());
        let child = Process::new(|| work(runtime.handle())); // ②
        watch("the parent's runtime", child, 300)?;
        let new = || Builder::new_current_thread().build().expect("a runtime");
        let new = || new().block_on(async { println!("stirring") }); // ③
        watch("a runtime of its own", Process::new(new), 60_000)?;
        drop(stop);
        Ok(())
    })
}
