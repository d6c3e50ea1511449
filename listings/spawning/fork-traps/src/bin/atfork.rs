use std::hint::black_box;
use std::sync::atomic::AtomicBool;

use anyhow::{Result, ensure};
use fork_traps::{Locked, hold, let_go};
use nix::libc::{_exit, pthread_atfork};
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::{ForkResult, alarm, fork};

#[global_allocator]
static ALLOCATOR: Locked = Locked(AtomicBool::new(false));

extern "C" fn pre() {
    let_go(); // ①
    ALLOCATOR.lock();
}

extern "C" fn post() {
    ALLOCATOR.unlock();
}

fn main() -> Result<()> {
    // SAFETY: the functions neither allocate nor unwind.
    let failed = unsafe { pthread_atfork(Some(pre), Some(post), Some(post)) };
    ensure!(failed == 0, "cannot register the functions"); // ②
    hold(&ALLOCATOR)?;
    // SAFETY: the child finds the allocator unlocked.
    let forked = unsafe { fork() };
    if let Ok(ForkResult::Child) = forked {
        alarm::set(1);
        drop(black_box(Box::new(0)));
        // SAFETY: it has no precondition.
        unsafe { _exit(0) };
    }
    if let ForkResult::Parent { child } = forked? {
        let hangs = waitpid(child, None)? != WaitStatus::Exited(child, 0);
        println!("the child hangs: {hangs}");
    }
    Ok(())
}
