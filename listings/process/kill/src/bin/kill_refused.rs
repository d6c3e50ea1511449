use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::{SigHandler, Signal, signal};

fn main() -> Result<()> {
    let mut guest = Process::new(|| {
        for name in [Signal::SIGTERM, Signal::SIGKILL] {
            // SAFETY: no handler runs, the kernel drops the signal.
            match unsafe { signal(name, SigHandler::SigIgn) } {
                Ok(_) => println!("{name}: ignored"),
                Err(errno) => println!("{name}: {}", errno.desc()),
            }
        }
    });
    guest.start()?;
    guest.join()?;
    Ok(())
}
