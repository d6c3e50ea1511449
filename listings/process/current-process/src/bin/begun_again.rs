use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::{Process, active_children, current_process};
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, fork, getpid};

fn show(who: &str) {
    let own = current_process().pid() == getpid().as_raw();
    let children = active_children().len();
    println!("{who}: its own PID is {own}, {children} children");
}

fn main() -> Result<()> {
    let (mut bell, mut ring) = pipe()?;
    let mut cook = Process::new(move || {
        bell.read_exact(&mut [0]).expect("the bell rings");
    })
    .with_daemon(true);
    cook.start()?;
    show("main");
    // SAFETY: this program has one thread.
    match unsafe { fork() }? {
        ForkResult::Child => {
            show("copy"); // ①
            let refused = cook.join().unwrap_err();
            println!("copy: {refused}"); // ②
            std::process::exit(0);
        }
        ForkResult::Parent { child } => waitpid(child, None)?,
    };
    show("main");
    ring.write_all(b"!")?;
    cook.join()?;
    Ok(())
}
