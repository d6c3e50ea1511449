use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::OnceLock;

use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::{SigHandler, Signal::SIGTERM, signal};

static WAKER: OnceLock<UnixStream> = OnceLock::new();

extern "C" fn wake(_: i32) {
    let _ = WAKER.get().map(|mut waker| waker.write(b"!")); // ①
}

fn main() -> Result<()> {
    let (mut alarm, waker) = UnixStream::pair()?;
    alarm.set_nonblocking(true)?;
    WAKER.set(waker).expect("it is empty");
    // SAFETY: the handler loads a pointer and writes to a socket.
    unsafe { signal(SIGTERM, SigHandler::Handler(wake)) }?;
    for in_child in [SigHandler::Handler(wake), SigHandler::SigDfl] {
        let (mut ours, mut theirs) = UnixStream::pair()?;
        let mut child = Process::new(|| {
            // SAFETY: as above; the default calls nothing.
            unsafe { signal(SIGTERM, in_child) }.expect("a signal"); // ②
            theirs.write_all(b"!").expect("main reads");
            theirs.read_exact(&mut [0]).expect("main writes");
        });
        child.start()?;
        ours.read_exact(&mut [0])?;
        child.terminate()?; // ③
        ours.write_all(b"!")?;
        child.join()?;
        let woken = alarm.read(&mut [0]).is_ok(); // ④
        let code = child.exitcode()?.unwrap_or(0);
        println!("exit code {code}, parent woken: {woken}");
    }
    Ok(())
}
