use std::io::{self, ErrorKind};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Command, Stdio};

use anyhow::Result;
use nix::sys::resource::{Resource::RLIMIT_CORE, setrlimit};
use nix::{errno::Errno, libc::_exit};

fn report(what: &str, end: fn() -> io::Result<()>) -> Result<()> {
    let mut echo = Command::new("echo");
    echo.stdout(Stdio::null()).stderr(Stdio::null()); // ①
    // SAFETY: `end` makes system calls, or ends the child on purpose.
    unsafe { echo.pre_exec(end) };
    match echo.status() {
        Ok(status) => match status.signal() {
            Some(signal) => println!("{what:13} spawned, signal {signal}"),
            None => println!("{what:13} spawned, {status}"),
        },
        Err(e) if e.kind() == ErrorKind::WouldBlock => return Err(e.into()),
        Err(e) => println!("{what:13} {:?}", Errno::try_from(e)?),
    }
    Ok(())
}

fn main() -> Result<()> {
    report("Ok:", || Ok(()))?;
    report("an errno:", || Err(Errno::EDOM.into()))?; // ②
    report("no errno:", || Err(ErrorKind::NotFound.into()))?; // ③
    report("panic:", || {
        setrlimit(RLIMIT_CORE, 0, 0)?;
        panic!("no oven") // ④
    })?;
    // SAFETY: `_exit` has no precondition.
    report("_exit(3):", || unsafe { _exit(3) }) // ⑤
}
