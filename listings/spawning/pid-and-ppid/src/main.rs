use anyhow::{Context, Result};
use nix::libc::_exit;
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, fork, getpid, getppid};

fn main() -> Result<()> {
    println!("parent: PID {}, PPID {}", getpid(), getppid()); // ①
    // SAFETY: this program has one thread, so the child may run any code.
    match unsafe { fork() }.context("cannot fork")? {
        ForkResult::Child => {
            println!("child:  PID {}, PPID {}", getpid(), getppid()); // ②
            // SAFETY: `_exit` has no precondition.
            unsafe { _exit(0) }
        }
        ForkResult::Parent { child } => {
            waitpid(child, None).context("cannot wait")?;
            println!("parent: fork gave me PID {child}"); // ③
        }
    }
    Ok(())
}
