use std::hint::black_box;
use std::sync::Barrier;
use std::thread::Builder;

use anyhow::Result;
use fork_traps::Locked;
use nix::libc::_exit;
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::{ForkResult, alarm, fork};

#[global_allocator]
static ALLOCATOR: Locked = Locked::new();
static TURN: Barrier = Barrier::new(2);

fn main() -> Result<()> {
    Builder::new().spawn(|| {
        TURN.wait();
        ALLOCATOR.lock(); // ①
        TURN.wait();
        TURN.wait();
        ALLOCATOR.unlock();
    })?;
    TURN.wait();
    TURN.wait();
    // SAFETY: what the child does is what this program is about.
    let forked = unsafe { fork() }; // ②
    if let Ok(ForkResult::Child) = forked {
        alarm::set(1); // ③
        drop(black_box(Box::new(0)));
        // SAFETY: it has no precondition.
        unsafe { _exit(0) };
    }
    TURN.wait(); // ④
    if let ForkResult::Parent { child } = forked?
        && let WaitStatus::Signaled(_, signal, _) = waitpid(child, None)?
    {
        println!("the child ended by {signal}");
    }
    Ok(())
}
