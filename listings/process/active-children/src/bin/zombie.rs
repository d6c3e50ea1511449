#[cfg(target_os = "linux")]
fn state(pid: i32) -> String {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"));
    let status = status.unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("State:\t"));
    line.unwrap_or("gone").to_owned()
}

#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use multiprocessing::{Process, active_children};
    use nix::sys::wait::{Id, WaitPidFlag, waitid};
    use nix::unistd::Pid;

    let mut first = Process::new(|| ());
    first.start()?;
    let pid = first.pid()?.unwrap_or(0);
    let flags = WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT;
    waitid(Id::Pid(Pid::from_raw(pid)), flags)?; // ①
    println!("ended:              {}", state(pid));

    Process::new(|| ()).start()?; // ②
    println!("another is started: {}", state(pid));

    active_children(); // ③
    println!("active_children:    {}", state(pid));
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has /proc");
}
