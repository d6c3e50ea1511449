#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use anyhow::Context;
    use multiprocessing::Process;
    use nix::sys::signal::kill;
    use nix::sys::wait::{Id, WaitPidFlag, waitid};
    use nix::unistd::Pid;

    let mut child = Process::new(|| ());
    child.start()?;
    let pid = Pid::from_raw(child.pid()?.context("it was started")?);
    let taken = || u8::from(kill(pid, None).is_ok());
    waitid(Id::Pid(pid), WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT)?; // ①
    println!("ended:  processes with the PID: {}", taken());
    child.join()?;
    println!("joined: processes with the PID: {}", taken());
    child.kill()?; // ②
    println!("kill after join: no error");
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("nix has waitid on Linux only");
}
