//! What a child does, and how it ends.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use nix::libc;

use crate::world;

// ANCHOR: run
/// Something that a child process does. Every closure without arguments is one.
pub trait Run {
    /// Does it. What the parent learns of it is the exit code: 0 after a
    /// return, 1 after a panic, and N after [`exit(N)`](exit).
    fn run(self);
}

impl<F: FnOnce()> Run for F {
    fn run(self) {
        self();
    }
}
// ANCHOR_END: run

// ANCHOR: exit
/// The panic that `exit` raises, and `bootstrap` takes for an exit code.
struct Exit(u8);

/// Ends the calling child process with this exit code, if its main thread calls
/// it, after the destructors of its values have run. Python: `sys.exit(code)`.
///
/// Codes above 255 do not exist, so the argument has no room for them. Outside
/// of a [`Process`](crate::Process) it is [`std::process::exit`].
pub fn exit(code: u8) -> ! {
    let is_child = world::lock().current.parent.is_some();
    match is_child {
        true => resume_unwind(Box::new(Exit(code))),
        false => std::process::exit(code.into()),
    }
}
// ANCHOR_END: exit

// ANCHOR: bootstrap
/// The life of a child, from the fork to its end.
pub(crate) fn bootstrap(work: impl FnOnce()) -> ! {
    let code = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(()) => 0,
        Err(panic) => match panic.downcast_ref::<Exit>() {
            Some(Exit(code)) => i32::from(*code),
            None => {
                let name = world::lock().current.name.clone();
                // One write, so that no other process writes in between. The
                // panic's message is out; nobody reads an error of this.
                let line = format!("Process {name}: panicked\n");
                let _ = io::stderr().write_all(line.as_bytes());
                1
            }
        },
    };
    world::finish();
    let flushed = io::stdout().flush();
    let code = if code == 0 && flushed.is_err() { 1 } else { code };
    // SAFETY: `_exit` has no precondition.
    unsafe { libc::_exit(code) }
}
// ANCHOR_END: bootstrap
