use std::cell::RefCell;
use std::io::{PipeWriter, Read, Write, pipe};
use std::os::fd::AsFd;

use anyhow::Result;
use multiprocessing::Process;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::unistd::pause;

/// Does the end reach the first of two workers, which close some writers?
fn end_comes(close: fn(&mut Vec<PipeWriter>)) -> Result<bool> {
    let writers = RefCell::new(Vec::new());
    let (mut ready, bell) = pipe()?;
    let mut inboxes = Vec::new();
    for _ in 0..2 {
        let (inbox, writer) = pipe()?;
        writers.borrow_mut().push(writer); // ①
        let mut worker = Process::new(|| {
            close(&mut writers.borrow_mut()); // ②
            (&bell).write_all(b"!").expect("main reads");
            pause(); // where a worker would read its inbox
        })
        .with_daemon(true); // ③
        worker.start()?;
        inboxes.push(inbox);
        ready.read_exact(&mut [0])?;
    }
    drop(writers.borrow_mut().remove(0)); // ④
    let mut first = [PollFd::new(inboxes[0].as_fd(), PollFlags::POLLIN)];
    Ok(poll(&mut first, PollTimeout::ZERO)? == 1) // ⑤
}

fn main() -> Result<()> {
    println!("closes none:    {}", end_comes(|_| ())?);
    println!("closes its own: {}", end_comes(|all| drop(all.pop()))?);
    println!("closes all:     {}", end_comes(Vec::clear)?);
    Ok(())
}
