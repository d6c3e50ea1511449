use std::process::{abort, exit};

use anyhow::Result;
use how_a_process_ends::prepare;
use nix::libc::_exit;
use nix::sys::signal::{Signal, raise};
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::{ForkResult, fork};

fn main() -> Result<()> {
    for end in ["return", "exit", "_exit", "panic", "abort", "signal"] {
        eprint!("{end:6} ->");
        // SAFETY: there is one thread.
        if let ForkResult::Parent { child } = unsafe { fork() }? {
            match waitpid(child, None)? {
                WaitStatus::Exited(_, code) => eprintln!(" -> {code}"),
                WaitStatus::Signaled(_, signal, _) => {
                    eprintln!(" -> {signal}");
                }
                other => eprintln!(" -> {other:?}"),
            }
            continue;
        }
        let _knife = prepare();
        match end {
            "exit" => exit(3),
            // SAFETY: `_exit` has no precondition.
            "_exit" => unsafe { _exit(4) },
            "panic" => panic!("the soup boils over"),
            "abort" => abort(),
            "signal" => raise(Signal::SIGKILL)?,
            _ => return Ok(()), // ④
        }
    }
    Ok(())
}
