use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::libc::_exit;
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, fork};

/// What `multiprocessing` does: our own code, in another process.
fn sort_in_a_child(mut cities: [&str; 3]) -> Result<()> {
    // SAFETY: this program has one thread, so the child may run any code.
    match unsafe { fork() }.context("cannot fork")? {
        ForkResult::Child => {
            cities.sort(); // ①
            println!("our own code:\n{}", cities.join("\n"));
            // SAFETY: `_exit` ends the child here; nothing runs after it.
            unsafe { _exit(0) }
        }
        ForkResult::Parent { child } => {
            waitpid(child, None).map(drop).context("cannot wait")
        }
    }
}

/// What `subprocess` does: another program, named by a string.
fn sort_by_program(lines: &[u8]) -> Result<()> {
    println!("another program:");
    let mut sort = Command::new("sort"); // ②
    let mut child =
        sort.stdin(Stdio::piped()).spawn().context("cannot run sort")?;
    let sent = child.stdin.as_mut().map(|pipe| pipe.write_all(lines)); // ③
    child.wait().context("cannot wait")?; // ④
    sent.unwrap_or(Ok(())).context("cannot write to sort")
}

fn main() -> Result<()> {
    let cities = ["Oslo", "Lima", "Cairo"];
    sort_in_a_child(cities)?;
    sort_by_program(cities.join("\n").as_bytes())
}
