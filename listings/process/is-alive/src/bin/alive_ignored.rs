use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::{SigHandler, Signal, signal};

fn main() -> Result<()> {
    // SAFETY: no handler runs, the kernel drops the signal.
    unsafe { signal(Signal::SIGCHLD, SigHandler::SigIgn) }?; // ①
    let mut guest = Process::new(|| ());
    guest.start()?;
    println!("join:     {}", guest.join().unwrap_err()); // ②
    println!("is_alive: {}", guest.is_alive()?); // ③
    println!("exitcode: {}", guest.exitcode().unwrap_err());
    Ok(())
}
