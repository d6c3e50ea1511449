#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use multiprocessing::Process;
    use nix::sys::signal::kill;
    use nix::sys::wait::{Id, WaitPidFlag, waitid};
    use nix::unistd::Pid;

    let mut guest = Process::new(|| ());
    guest.start()?;
    let pid = Pid::from_raw(guest.pid()?.unwrap_or(0));
    let only_look = WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT;
    waitid(Id::Pid(pid), only_look)?; // ①
    guest.kill()?; // ②
    guest.join()?;
    let code = guest.exitcode()?.unwrap_or(-1);
    println!("killed as a zombie, the exit code is {code}");
    guest.kill()?; // ③
    if kill(pid, None).is_err() {
        println!("the PID is free for a stranger"); // ④
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("nix has waitid on Linux only");
}
