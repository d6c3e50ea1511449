use anyhow::{Context, Result};
use nix::libc::_exit;
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::{ForkResult, fork};

fn main() -> Result<()> {
    // SAFETY: this program has one thread, so the child may run any code.
    match unsafe { fork() }.context("cannot fork")? {
        ForkResult::Child => {
            println!("child: the kettle is on");
            // SAFETY: `_exit` has no precondition.
            unsafe { _exit(3) } // ①
        }
        ForkResult::Parent { child } => {
            let status = waitpid(child, None).context("cannot wait")?; // ②
            if let WaitStatus::Exited(_, code) = status {
                println!("parent: my child's exit code is {code}");
            }
        }
    }
    Ok(())
}
