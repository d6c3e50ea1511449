use std::io::stdout;
use std::sync::mpsc::channel;
use std::thread::{Builder, sleep};
use std::time::Duration;

use anyhow::Result;
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::{ForkResult, fork};

fn main() -> Result<()> {
    let (held, is_held) = channel();
    let (done, is_done) = channel::<()>();
    let thread = Builder::new().spawn(move || {
        let _printing = stdout().lock(); // ①
        held.send(()).ok();
        is_done.recv().ok();
    })?;
    is_held.recv()?;
    // SAFETY: broken on purpose: the child needs the other thread's lock.
    let ForkResult::Parent { child } = unsafe { fork() }? else {
        println!("child: nobody reads this"); // ②
        std::process::exit(0)
    };
    sleep(Duration::from_millis(200));
    let status = waitpid(child, Some(WaitPidFlag::WNOHANG))?;
    kill(child, Signal::SIGKILL)?; // ③
    waitpid(child, None)?;
    drop(done);
    thread.join().expect("the thread ends");
    println!("the child hung: {}", status == WaitStatus::StillAlive);
    Ok(())
}
