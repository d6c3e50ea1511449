use std::process::exit;

use anyhow::{Context, Result};
use nix::libc::_exit;
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, fork};

fn ask(how: &str, end: fn() -> !) -> Result<()> {
    print!("tea? "); // ①
    // SAFETY: this program has one thread, so the child may run any code.
    match unsafe { fork() }.context("cannot fork")? {
        ForkResult::Child => end(), // ②
        ForkResult::Parent { child } => waitpid(child, None)?,
    };
    println!("(the child ended by {how})"); // ③
    Ok(())
}

fn main() -> Result<()> {
    ask("exit", || exit(0))?;
    // SAFETY: `_exit` has no precondition.
    ask("_exit", || unsafe { _exit(0) })
}
