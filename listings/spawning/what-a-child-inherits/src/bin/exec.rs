use std::{ffi::CString, io, os::fd::AsRawFd};

use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::Signal::{self, SIGTERM, SIGUSR1, SIGUSR2};
use nix::sys::signal::{SigHandler, SigSet, raise, signal};
use nix::{libc::c_int, unistd};

extern "C" fn ring(_: c_int) {}

fn main() -> Result<()> {
    let (_other, closed) = io::pipe()?; // ①
    let (_end, kept) = unistd::pipe()?; // ②
    let [closed, kept] = [closed.as_raw_fd(), kept.as_raw_fd()];
    let script = format!(
        "test -e /dev/fd/{closed} || echo 'program: the first is closed'
        test -e /dev/fd/{kept} && echo 'program: the second is open'
        kill -USR2 $$; kill -TERM $$; echo 'program: alive after two'
        kill -USR1 $$; echo 'program: alive after three'"
    );
    // SAFETY: the handler does nothing.
    unsafe { signal(SIGUSR1, SigHandler::Handler(ring)) }?; // ③
    // SAFETY: nothing is called for a signal that is ignored.
    unsafe { signal(SIGUSR2, SigHandler::SigIgn) }?;
    SigSet::from(SIGTERM).thread_block()?;

    let args = [c"sh".into(), c"-c".into(), CString::new(script)?];
    let mut child = Process::new(move || {
        for each in [SIGUSR2, SIGTERM, SIGUSR1] {
            raise(each).expect("a process may signal itself");
        }
        println!("child:   alive after three signals"); // ④
        unistd::execvp(c"sh", &args).expect("there is a shell"); // ⑤
    });
    child.start()?;
    child.join()?;
    let code = child.exitcode()?.unwrap_or(0);
    println!("parent:  it died of {}", Signal::try_from(-code)?); // ⑥
    Ok(())
}
