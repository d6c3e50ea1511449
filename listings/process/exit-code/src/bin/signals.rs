use anyhow::Result;
use multiprocessing::Process;
use nix::libc;

fn main() -> Result<()> {
    let signals = [
        ("SIGINT", libc::SIGINT),
        ("SIGKILL", libc::SIGKILL),
        ("SIGSEGV", libc::SIGSEGV),
        ("SIGABRT", libc::SIGABRT),
        ("SIGUSR1", libc::SIGUSR1),
        ("SIGTERM", libc::SIGTERM),
        ("SIGRTMIN", libc::SIGRTMIN()),
    ];
    for (name, number) in signals {
        let mut child = Process::new(|| {
            // SAFETY: no handler is installed, and both take integers only.
            unsafe {
                libc::signal(libc::SIGSEGV, libc::SIG_DFL); // ①
                libc::raise(number);
            }
        });
        child.start()?;
        child.join()?;
        println!("{name:<9} {}", child.exitcode()?.unwrap_or_default());
    }
    Ok(())
}
