#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use multiprocessing::Process;
    use nix::sys::wait::{Id, WaitPidFlag, waitid};
    use nix::unistd::Pid;

    fn state(pid: i32) -> String {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"));
        match stat.as_deref().map(|stat| stat.rsplit_once(") ")) {
            Ok(Some((_, rest))) => rest[..1].to_owned(), // ①
            _ => "none".to_owned(),
        }
    }

    let mut guest = Process::new(|| ());
    guest.start()?;
    let pid = guest.pid()?.unwrap_or(0);
    let only_look = WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT;
    waitid(Id::Pid(Pid::from_raw(pid)), only_look)?; // ②
    println!("the guest has ended, state: {}", state(pid));
    let answer = if guest.is_alive()? { "yes" } else { "no" }; // ③
    println!("is the guest alive? {answer}, state: {}", state(pid));
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has /proc");
}
