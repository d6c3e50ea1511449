use std::ffi::CString;
use std::io::{self, Read, pipe};
use std::ptr;

use nix::errno::Errno;
use nix::libc::{_exit, execvp};
use nix::sys::signal::{SigHandler::SigDfl, Signal::SIGPIPE, signal};
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, Pid, fork, write};

/// Starts the program `args[0]`. The caller must wait for the PID.
pub fn spawn(args: &[CString]) -> io::Result<Pid> {
    let program = args.first().ok_or(io::ErrorKind::InvalidInput)?;
    let mut argv: Vec<_> = args.iter().map(|arg| arg.as_ptr()).collect(); // ①
    argv.push(ptr::null());
    let (mut report, sender) = pipe()?; // ②
    // SAFETY: no call of the child allocates or locks, and it never returns.
    match unsafe { fork() }? {
        ForkResult::Child => {
            // SAFETY: no handler is installed. `argv` ends with a null, and
            // its strings live as long as `args`.
            unsafe {
                let _ = signal(SIGPIPE, SigDfl); // ③
                execvp(program.as_ptr(), argv.as_ptr()); // ④
            }
            let _ = write(&sender, &Errno::last_raw().to_ne_bytes()); // ⑤
            // SAFETY: `_exit` has no precondition.
            unsafe { _exit(127) }
        }
        ForkResult::Parent { child } => {
            drop(sender); // ⑥
            let mut errno = [0; 4];
            if report.read_exact(&mut errno).is_err() {
                return Ok(child); // ⑦
            }
            while waitpid(child, None) == Err(Errno::EINTR) {} // ⑧
            Err(io::Error::from_raw_os_error(i32::from_ne_bytes(errno)))
        }
    }
}
