use std::io::Result;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use nix::unistd::{Pid, getpgid, getpgrp, getsid, setsid};

fn show(name: &str, cat: &mut Command) -> Result<()> {
    let mut child = cat.stdin(Stdio::piped()).spawn()?;
    let pid = Pid::from_raw(child.id() as i32);
    let (group, session) = (getpgid(Some(pid)), getsid(Some(pid))); // ①
    child.wait()?; // ②
    let my_group = group? == getpgrp();
    let my_session = session? == getsid(None)?;
    println!("{name}: my group: {my_group}, my session: {my_session}");
    println!("  leads its group: {}", group? == pid);
    println!("  leads its session: {}", session? == pid);
    Ok(())
}

fn main() -> Result<()> {
    show("plain", &mut Command::new("cat"))?;
    show("process_group", Command::new("cat").process_group(0))?; // ③
    let mut cat = Command::new("cat");
    // SAFETY: the closure makes one system call.
    unsafe { cat.pre_exec(|| Ok(setsid().map(drop)?)) }; // ④
    show("new session", &mut cat)
}
