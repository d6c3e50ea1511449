#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use nix::errno::Errno;
    use nix::sys::signal::kill;
    use nix::sys::wait::{Id, WaitPidFlag, waitid, waitpid};
    use nix::unistd::Pid;

    fn state(pid: Pid) -> &'static str {
        match kill(pid, None) {
            Err(Errno::ESRCH) => "free",
            _ => "taken",
        }
    }

    // SAFETY: this program has one thread.
    let child = unsafe { function_style::start(|| ()) }?;
    waitid(Id::Pid(child), WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT)?; // ①
    println!("the child has ended, its PID is {}", state(child)); // ②
    waitpid(child, None)?; // ③
    println!("I have waited,       its PID is {}", state(child));
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("nix has waitid on Linux only");
}
