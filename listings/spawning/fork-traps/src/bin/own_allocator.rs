use std::hint::black_box;
use std::sync::atomic::AtomicBool;

use anyhow::Result;
use fork_traps::{Locked, hold, let_go};
use nix::libc::_exit;
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::{ForkResult, alarm, fork};

#[global_allocator]
static ALLOCATOR: Locked = Locked(AtomicBool::new(false));

fn main() -> Result<()> {
    hold(&ALLOCATOR)?; // ①
    // SAFETY: whether the child may allocate is the question.
    let forked = unsafe { fork() };
    if let Ok(ForkResult::Child) = forked {
        alarm::set(1); // ②
        drop(black_box(Box::new(0)));
        // SAFETY: it has no precondition.
        unsafe { _exit(0) };
    }
    let_go(); // ③
    if let ForkResult::Parent { child } = forked? {
        let hangs = waitpid(child, None)? != WaitStatus::Exited(child, 0);
        println!("the child hangs: {hangs}");
    }
    Ok(())
}
