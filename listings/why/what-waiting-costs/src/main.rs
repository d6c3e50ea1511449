use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;
use nix::poll::{PollFd, PollFlags, poll};

const MILLISECOND: Duration = Duration::from_millis(1);

fn bread() -> Result<Process<'static>> {
    let mut child = Process::new(|| sleep(300 * MILLISECOND));
    child.start()?;
    Ok(child)
}

fn main() -> Result<()> {
    let child = bread()?;
    let sentinel = child.sentinel()?;
    let mut ended = [PollFd::new(sentinel, PollFlags::POLLIN)];
    let mut questions = 1;
    while poll(&mut ended, 5000_u16)? == 0 {
        questions += 1; // ①
    }
    child.join()?;
    println!("poll asks {questions} time");

    let child = bread()?;
    let mut questions = 1;
    while child.is_alive()? {
        sleep(MILLISECOND); // ②
        questions += 1;
    }
    let often = if questions > 10 { "many times" } else { "seldom" };
    println!("a loop asks {often}");
    Ok(())
}
