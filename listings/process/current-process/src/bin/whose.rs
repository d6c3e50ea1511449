use anyhow::Result;
use multiprocessing::{CurrentProcess, Process, current_process};
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, fork, getpid};

fn show(when: &str, process: &CurrentProcess) {
    println!("{when}: {}, PID {}", process.name(), process.pid());
    println!("{:>width$} PID {}", "own", getpid(), width = when.len() + 1);
}

fn main() -> Result<()> {
    let before = current_process();
    let mut sorter = Process::new(move || {
        show("asked before", &before);
        show("asked now", &current_process());
    })
    .with_name("sorter");
    sorter.start()?;
    sorter.join()?;

    // SAFETY: this program has one thread.
    match unsafe { fork() }? {
        ForkResult::Child => {
            show("forked by hand", &current_process());
            std::process::exit(0);
        }
        ForkResult::Parent { child } => waitpid(child, None)?,
    };
    Ok(())
}
