use std::os::unix::process::ExitStatusExt;
use std::process::Command;

use anyhow::{Context, Result};
use limits::limit;
use nix::sys::resource::Resource::RLIMIT_FSIZE;
use nix::sys::signal::Signal;

fn main() -> Result<()> {
    let crumbs = tempfile::tempfile()?;
    let mut yes = Command::new("yes"); // ②
    yes.arg("crumb").stdout(crumbs.try_clone()?);
    limit(&mut yes, RLIMIT_FSIZE, 4096, 4096); // ③
    let status = yes.status().context("cannot run yes")?;
    let signal = status.signal().context("it was not killed")?;
    println!("yes died of {}", Signal::try_from(signal)?);
    println!("the file has {} bytes", crumbs.metadata()?.len());
    Ok(())
}
