#[cfg(target_os = "linux")]
fn state(pid: u32) -> String {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"));
    let status = status.unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("State:\t"));
    line.unwrap_or("no such process").to_owned()
}

#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::process::{Command, Stdio};

    use anyhow::Context;
    use nix::sys::wait::{Id, WaitPidFlag, waitid, waitpid};
    use nix::unistd::Pid;

    let mut cat = Command::new("cat");
    cat.stdin(Stdio::piped());
    let mut press = cat.spawn().context("cannot run cat")?;
    let (pid, ink) = (press.id(), press.stdin.take());
    drop(press); // ①
    let child = Pid::from_raw(pid as i32);
    let look = WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT;
    let ended = waitid(Id::Pid(child), look | WaitPidFlag::WNOHANG)?;
    println!("dropped: {ended:?}");
    drop(ink);
    waitid(Id::Pid(child), look)?; // ②
    println!("ended: {}", state(pid));
    waitpid(child, None)?; // ③
    println!("waited for: {}", state(pid));
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has /proc");
}
