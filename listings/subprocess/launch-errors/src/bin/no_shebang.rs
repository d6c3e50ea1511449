use std::env::set_current_dir;
use std::fs::{self, Permissions};
use std::os::unix::{fs::PermissionsExt, process::CommandExt};
use std::process::Command;

use anyhow::{Context, Result, bail};

const ENOEXEC: i32 = 8;

fn main() -> Result<()> {
    let kitchen = tempfile::tempdir()?;
    set_current_dir(&kitchen)?;
    fs::write("bake", "echo the oven is on\n")?;
    fs::set_permissions("bake", Permissions::from_mode(0o755))?;

    match Command::new("./bake").status() {
        Err(e) if e.raw_os_error() == Some(ENOEXEC) => println!("plain: {e}"),
        other => bail!("plain: {other:?}"),
    }
    let mut bake = Command::new("./bake");
    // SAFETY: the closure does nothing between fork and exec.
    unsafe { bake.pre_exec(|| Ok(())) }; // ①
    let status = bake.status().context("cannot run bake")?;
    println!("with pre_exec: {status}");
    Ok(())
}
