use std::io::{Read, pipe};

use anyhow::{Context, Result};
use nix::errno::Errno;
use nix::libc::_exit;
use nix::sys::signal::kill;
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, Pid, fork};

fn state(pid: Pid) -> &'static str {
    match kill(pid, None) {
        Err(Errno::ESRCH) => "free",
        _ => "taken",
    }
}

fn main() -> Result<()> {
    let (mut end_of_child, held_open) = pipe()?;
    // SAFETY: this program has one thread, so the child may run any code.
    match unsafe { fork() }.context("cannot fork")? {
        // SAFETY: `_exit` has no precondition.
        ForkResult::Child => unsafe { _exit(0) },
        ForkResult::Parent { child } => {
            drop(held_open);
            end_of_child.read_to_end(&mut Vec::new())?; // ①
            println!("the child has ended, its PID is {}", state(child)); // ②
            waitpid(child, None).context("cannot wait")?; // ③
            println!("I have waited,       its PID is {}", state(child));
        }
    }
    Ok(())
}
