use std::fs::read_to_string;
use std::process::Command;

use anyhow::Result;
use nix::sys::wait::{Id, WaitPidFlag, waitid, waitpid};
use nix::unistd::Pid;

fn state(pid: Pid) -> String {
    let status = read_to_string(format!("/proc/{pid}/status"));
    let status = status.unwrap_or("State:\tno such process".into());
    let mut lines = status.lines();
    let state = lines.find_map(|line| line.strip_prefix("State:\t"));
    state.unwrap_or_default().to_owned()
}

fn main() -> Result<()> {
    let child = Command::new("true").spawn()?;
    let pid = Pid::from_raw(child.id() as i32);
    waitid(Id::Pid(pid), WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT)?; // ①
    println!("ended:      {}", state(pid));
    drop(child);
    println!("dropped:    {}", state(pid)); // ②
    waitpid(pid, None)?;
    println!("waited for: {}", state(pid)); // ③
    Ok(())
}
