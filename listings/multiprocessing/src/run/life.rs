//! The life of a child, from its first instruction to its end.

use std::any::Any;
use std::fs;
use std::io::{self, Write};
use std::mem::forget;
use std::os::unix::fs::MetadataExt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use nix::libc;

use crate::here::end::finish;
use crate::here::record::as_it_is;

// ANCHOR: exit
/// The panic that `exit` raises, and `live` takes for an exit code.
struct Exit(u8);

/// Ends the calling child process with this exit code, if its main thread calls
/// it, after the destructors of its values have run. Python: `sys.exit(code)`.
///
/// Codes above 255 do not exist, so the argument has no room for them. Outside
/// of a [`Process`](crate::Process) it is [`std::process::exit`]. In a program
/// that is built with `panic = "abort"` no destructor runs.
///
/// ```
/// use multiprocessing::{Process, exit};
///
/// let mut child = Process::new(|| exit(3));
/// child.start()?;
/// child.join()?;
/// assert_eq!(child.exitcode()?, Some(3));
/// # Ok::<(), multiprocessing::Error>(())
/// ```
pub fn exit(code: u8) -> ! {
    let is_child = as_it_is().me.parent.is_some();
    match is_child {
        true if cfg!(panic = "abort") => end(code.into()),
        true => resume_unwind(Box::new(Exit(code))),
        false => std::process::exit(code.into()),
    }
}
// ANCHOR_END: exit

// ANCHOR: live
/// Does the work of a child, and ends the process: nothing that the work does
/// brings anybody back to the code of the parent.
pub fn live(work: impl FnOnce()) -> ! {
    /// Dropped only if something unwinds out of here.
    struct NeverLeave;
    impl Drop for NeverLeave {
        fn drop(&mut self) {
            // SAFETY: `_exit` has no precondition.
            unsafe { libc::_exit(1) }
        }
    }
    let _never_leave = NeverLeave;
    end(match catch_unwind(AssertUnwindSafe(work)) {
        Ok(()) => 0,
        Err(panic) => after_panic(panic),
    })
}

/// The exit code after a panic.
fn after_panic(panic: Box<dyn Any + Send>) -> i32 {
    if let Some(Exit(code)) = panic.downcast_ref() {
        return (*code).into();
    }
    let name = as_it_is().me.name.clone();
    // One write, so that no other process writes in between, and past the lock,
    // which another thread may keep. Nobody reads an error of this.
    let line = format!("Process {name}: panicked\n");
    let _ = nix::unistd::write(io::stderr(), line.as_bytes());
    // What was panicked with may panic once more when it is dropped.
    if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(panic))) {
        forget(again);
    }
    1
}

/// Ends this process: its children first, then what it has not written yet.
pub fn end(code: i32) -> ! {
    finish();
    let flushed = flush();
    let code = if code == 0 && flushed.is_err() { 1 } else { code };
    // SAFETY: `_exit` has no precondition.
    unsafe { libc::_exit(code) }
}

/// Writes what is buffered. If another thread keeps the lock, it is not waited
/// for longer than a second: a Rust program that ends does not wait at all.
fn flush() -> io::Result<()> {
    if !has_threads() {
        return io::stdout().flush();
    }
    let (tell, told) = mpsc::channel();
    let flush = move || tell.send(io::stdout().flush());
    match thread::Builder::new().spawn(flush) {
        Ok(_) => told.recv_timeout(Duration::from_secs(1)).unwrap_or(Ok(())),
        Err(_) => io::stdout().flush(),
    }
}

/// Whether there are other threads, by the kernel's list, which has a link for
/// each beside its own two.
fn has_threads() -> bool {
    let list = fs::metadata("/proc/self/task");
    list.is_ok_and(|list| list.nlink() > 3)
}
// ANCHOR_END: live
