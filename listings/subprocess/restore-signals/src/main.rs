use std::io::Read;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::sys::signal::{SigHandler::SigIgn, Signal::SIGPIPE, signal};

fn end_of_yes(how: &str, yes: &mut Command) -> Result<()> {
    yes.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = yes.spawn().context("cannot run yes")?;
    let read = child.stdout.take().map(|mut pipe| pipe.read(&mut [0])); // ①
    println!("{how} {}", child.wait().context("cannot wait")?);
    read.transpose()?;
    Ok(())
}

fn main() -> Result<()> {
    let mut yes = Command::new("yes");
    end_of_yes("restored:", &mut yes)?; // ②
    let ignore = || {
        // SAFETY: nothing is called for a signal that is ignored.
        unsafe { signal(SIGPIPE, SigIgn) }?;
        Ok(())
    };
    // SAFETY: `signal` is async-signal-safe, and nothing is allocated.
    unsafe { yes.pre_exec(ignore) };
    end_of_yes("ignored: ", &mut yes) // ③
}
