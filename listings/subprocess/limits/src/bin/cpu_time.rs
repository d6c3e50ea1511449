use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus};
use std::{io, mem};

use anyhow::{Context, Result};
use limits::limit;
use nix::libc::{pid_t, rusage, wait4};
use nix::sys::resource::Resource::RLIMIT_CPU;
use nix::sys::signal::Signal;

/// Waits for a child, and tells what it has used.
fn wait_usage(mut child: Child) -> io::Result<(ExitStatus, rusage)> {
    drop(child.stdin.take()); // as `wait` of std does
    let (pid, mut status) = (child.id() as pid_t, 0);
    loop {
        // SAFETY: a `rusage` is made of numbers, for which 0 is a value.
        let mut usage = unsafe { mem::zeroed() };
        // SAFETY: both pointers are to variables that live long enough.
        if unsafe { wait4(pid, &mut status, 0, &mut usage) } == pid {
            return Ok((ExitStatus::from_raw(status), usage)); // ①
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
}

fn main() -> Result<()> {
    let mut sh = Command::new("sh");
    sh.args(["-c", "while :; do :; done"]);
    limit(&mut sh, RLIMIT_CPU, 0, 60); // ②
    let child = sh.spawn().context("cannot run sh")?;
    let (status, usage) = wait_usage(child).context("cannot wait")?;
    let signal = status.signal().context("it was not killed")?;
    println!("sh died of {}", Signal::try_from(signal)?);
    println!("CPU time below 1 s: {}", usage.ru_utime.tv_sec == 0);
    println!("memory above 0: {}", usage.ru_maxrss > 0); // ③
    Ok(())
}
