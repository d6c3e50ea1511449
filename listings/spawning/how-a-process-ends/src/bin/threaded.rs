use std::panic::set_hook;
use std::thread;

use anyhow::Result;
use multiprocessing::Process;
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::{ForkResult, fork};

fn cook() -> Result<()> {
    // SAFETY: the other thread, `main`, sleeps and holds no lock.
    if let ForkResult::Parent { child } = unsafe { fork() }? {
        if let WaitStatus::Exited(_, code) = waitpid(child, None)? {
            println!("a bare fork: {code}"); // ①
        }
        let mut child = Process::new(|| panic!("the soup boils over"));
        child.start()?;
        child.join()?;
        println!("a Process: {}", child.exitcode()?.unwrap_or_default());
        return Ok(());
    }
    panic!("the soup boils over");
}

fn main() -> Result<()> {
    set_hook(Box::new(|_| ()));
    let thread = thread::Builder::new().spawn(cook)?;
    thread.join().expect("in the parent the cook does not panic")
}
