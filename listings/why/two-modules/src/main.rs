use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::libc::_exit;
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, fork};

/// What `multiprocessing` does: our own code, in another process.
fn sort_in_a_child(cities: &mut [&str]) -> Result<()> {
    // SAFETY: this program has one thread, so the child may run any code.
    match unsafe { fork() }.context("cannot fork")? {
        ForkResult::Child => {
            cities.sort(); // ①
            println!("child:  {}", cities.join(" "));
            // SAFETY: `_exit` has no precondition.
            unsafe { _exit(0) }
        }
        ForkResult::Parent { child } => {
            waitpid(child, None).map(drop).context("cannot wait")
        }
    }
}

/// What `subprocess` does: another program, named by a string.
fn sort_by_program(lines: &[u8]) -> Result<()> {
    let mut sort = Command::new("sort");
    let mut child =
        sort.stdin(Stdio::piped()).spawn().context("cannot run sort")?; // ③
    let sent = child.stdin.as_mut().map(|pipe| pipe.write_all(lines)); // ④
    child.wait().context("cannot wait")?; // ⑤
    sent.unwrap_or(Ok(())).context("cannot write to sort")
}

fn main() -> Result<()> {
    let mut cities = ["Oslo", "Lima", "Cairo"];
    sort_in_a_child(&mut cities)?;
    println!("parent: {}", cities.join(" ")); // ②
    sort_by_program(cities.join("\n").as_bytes())
}
