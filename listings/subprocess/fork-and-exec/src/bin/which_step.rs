use std::io::{Read, pipe};
use std::{ffi::CStr, ptr};

use anyhow::{Context, Result};
use nix::errno::Errno;
use nix::libc::{_exit, chdir, execvp};
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, fork, write};

fn run(folder: &CStr, program: &CStr) -> Result<()> {
    let argv = [program.as_ptr(), ptr::null()];
    let (mut report, sender) = pipe()?;
    // SAFETY: no call of the child allocates or locks, and it never returns.
    match unsafe { fork() }.context("cannot fork")? {
        // SAFETY: the strings end with a NUL, and `argv` with a null.
        ForkResult::Child => unsafe {
            let moved = chdir(folder.as_ptr()) == 0;
            if moved {
                execvp(program.as_ptr(), argv.as_ptr());
            }
            let _ = write(&sender, &[u8::from(moved), Errno::last_raw() as u8]);
            _exit(127)
        },
        ForkResult::Parent { child } => {
            drop(sender);
            let (mut at, steps) = ([0; 2], ["chdir", "exec"]);
            let failed = report.read_exact(&mut at).is_ok();
            waitpid(child, None)?;
            let step = (steps[at[0] as usize], Errno::from_raw(at[1].into()));
            println!("failed: {:?}", failed.then_some(step));
        }
    }
    Ok(())
}

fn main() -> Result<()> {
    run(c"/", c"true")?;
    run(c"/no-such-kitchen", c"true")?;
    run(c"/", c"/no-such-oven")
}
