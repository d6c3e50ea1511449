use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::errno::Errno;
use nix::libc::{PRIO_PROCESS, getpriority, setpriority};

fn niceness(pid: u32) -> io::Result<i32> {
    Errno::clear(); // ①
    // SAFETY: the call takes and returns numbers.
    match unsafe { getpriority(PRIO_PROCESS, pid) } {
        -1 if Errno::last_raw() != 0 => Err(io::Error::last_os_error()),
        nice => Ok(nice),
    }
}

fn main() -> Result<()> {
    let wanted = (niceness(0)? + 5).min(19); // ②
    let be_nice = move || {
        // SAFETY: the call takes and returns numbers.
        let result = unsafe { setpriority(PRIO_PROCESS, 0, wanted) };
        Ok(Errno::result(result).map(drop)?)
    };
    let mut cat = Command::new("cat");
    // SAFETY: `setpriority` is a system call, and nothing is allocated.
    unsafe { cat.stdin(Stdio::piped()).pre_exec(be_nice) };
    let mut child = cat.spawn().context("cannot run cat")?;
    let nice = niceness(child.id());
    child.wait().context("cannot wait")?;
    println!("5 nicer than the parent: {}", nice? == wanted);
    Ok(())
}
