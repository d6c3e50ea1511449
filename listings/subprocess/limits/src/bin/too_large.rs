use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use limits::limit;
use nix::sys::resource::Resource::RLIMIT_FSIZE;
use nix::sys::signal::{SigHandler::SigIgn, Signal::SIGXFSZ, signal};

fn main() -> Result<()> {
    let crumbs = tempfile::tempfile()?;
    let mut yes = Command::new("yes");
    yes.arg("crumb").stdout(crumbs.try_clone()?).stderr(Stdio::null());
    limit(&mut yes, RLIMIT_FSIZE, 4096, 4096);
    let ignore = || {
        // SAFETY: nothing is called for a signal that is ignored.
        unsafe { signal(SIGXFSZ, SigIgn) }?;
        Ok(())
    };
    // SAFETY: `signal` is async-signal-safe, and nothing is allocated.
    unsafe { yes.pre_exec(ignore) };
    let status = yes.status().context("cannot run yes")?;
    println!("{status}, {} bytes", crumbs.metadata()?.len());
    Ok(())
}
