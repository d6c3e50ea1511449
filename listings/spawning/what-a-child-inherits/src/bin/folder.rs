use anyhow::Result;
use multiprocessing::Process;
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, fork};

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let state = || if folder.path().exists() { "there" } else { "gone" };

    let mut child = Process::new(|| println!("child:  {}", state())); // ①
    child.start()?;
    child.join()?;
    drop(child);
    println!("parent: {} after a Process", state());

    // SAFETY: there is one thread.
    if let ForkResult::Parent { child } = unsafe { fork() }? {
        waitpid(child, None)?;
        println!("parent: {} after a bare fork", state()); // ②
    }
    Ok(()) // ③
}
