use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};
use nix::sys::stat::{Mode, umask};

fn main() -> Result<()> {
    let bakery = tempfile::tempdir()?;
    let mut sh = Command::new("sh");
    sh.args(["-c", ": > loaf"]).current_dir(&bakery);
    let set = || {
        umask(Mode::from_bits_truncate(0o053));
        Ok(())
    };
    // SAFETY: `umask` is async-signal-safe, and nothing else is called.
    unsafe { sh.pre_exec(set) };
    sh.status().context("cannot run sh")?;
    let loaf = fs::metadata(bakery.path().join("loaf"))?;
    println!("the child's file: {:o}", loaf.permissions().mode() & 0o777);
    Ok(())
}
