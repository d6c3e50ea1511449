use std::io::{Error, PipeWriter, Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;
use tokio::io::{Interest, unix::AsyncFd};
use tokio::{runtime::Builder, task::yield_now, try_join};

/// Waits for a child's end, and leaves the thread to others meanwhile.
async fn end(child: Process<'_>) -> Result<()> {
    let (fd, read) = (child.sentinel()?, Interest::READABLE);
    // SAFETY: what is borrowed stays open, under this number, until the drop.
    let ended = unsafe { AsyncFd::register_with_interest(fd, read) }; // ①
    let ended = ended.map_err(Error::from)?;
    ended.readable().await?.retain_ready(); // ②
    drop(ended); // ③
    child.join()?; // ④
    let code = child.exitcode()?.unwrap_or_default();
    println!("the child ended with {code}");
    Ok(())
}

async fn stir(mut oven: PipeWriter) -> Result<()> {
    for time in 1..=3 {
        println!("stirring, time {time}");
        yield_now().await;
    }
    Ok(oven.write_all(b"!")?)
}

fn main() -> Result<()> {
    let (mut oven, heater) = pipe()?;
    let bake = move || oven.read_exact(&mut [0]).expect("it gets hot");
    let mut child = Process::new(bake).with_daemon(true);
    child.start()?; // ⑤
    let runtime = Builder::new_current_thread().enable_io().build()?;
    let both = async { try_join!(end(child), stir(heater)) };
    runtime.block_on(both)?;
    Ok(())
}
