use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::{Process, active_children, exit};
use nix::sys::signal::{SigHandler, Signal, signal};

fn main() -> Result<()> {
    let (mut oven, mut heater) = pipe()?;
    let mut child = Process::new(move || {
        oven.read_exact(&mut [0]).expect("the oven gets hot");
        exit(3);
    });
    child.start()?;
    // SAFETY: no handler of this program's is replaced.
    unsafe { signal(Signal::SIGCHLD, SigHandler::SigIgn) }?;
    heater.write_all(b"!")?;
    println!("join:     {:?}", child.join());
    println!("exitcode: {:?}", child.exitcode());
    println!("is_alive: {}", child.is_alive()?);
    println!("active:   {}", active_children().len());
    Ok(())
}
