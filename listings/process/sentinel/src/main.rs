use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

fn main() -> Result<()> {
    let (mut children, mut ovens) = (Vec::new(), Vec::new());
    for name in ["bread", "cake", "pie"] {
        let (mut oven, heater) = pipe()?;
        let bake = move || oven.read_exact(&mut [0]).expect("it gets hot");
        let mut child = Process::new(bake).with_name(name).with_daemon(true);
        child.start()?;
        children.push(child);
        ovens.push(heater);
    }
    for hot in [1, 2, 0] {
        ovens[hot].write_all(b"!")?; // ①
        let ready = wait(&children)?;
        let child = children.remove(ready); // ③
        child.join()?; // ④
        println!("{} is ready, {} left", child.name(), children.len());
    }
    Ok(())
}

/// The place of a child that has ended.
fn wait(children: &[Process]) -> Result<usize> {
    let mut fds = Vec::new();
    for child in children {
        fds.push(PollFd::new(child.sentinel()?, PollFlags::POLLIN));
    }
    poll(&mut fds, PollTimeout::NONE)?; // ②
    let ready = fds.iter().position(|fd| fd.any() == Some(true));
    Ok(ready.expect("poll returns when one is ready"))
}
