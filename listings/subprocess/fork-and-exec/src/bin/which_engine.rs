use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};
use nix::libc::ENOEXEC;
use nix::unistd::getuid;

fn report(way: &str, command: &mut Command) -> Result<()> {
    match command.output() {
        Ok(output) => print!("{way} {}", String::from_utf8(output.stdout)?),
        Err(error) if error.raw_os_error() == Some(ENOEXEC) => {
            println!("{way} ENOEXEC");
        }
        Err(error) => return Err(error).context("cannot run the script"),
    }
    Ok(())
}

fn main() -> Result<()> {
    let kitchen = tempfile::tempdir()?;
    let script = kitchen.path().join("bake");
    fs::write(&script, "echo baked\n")?; // ①
    fs::set_permissions(&script, Permissions::from_mode(0o755))?;
    let bake = || Command::new(&script);
    report("nothing set:", &mut bake())?;
    report("current_dir:", bake().current_dir("/"))?;
    report("own group:  ", bake().process_group(0))?;
    report("env PATH:   ", bake().env("PATH", "/bin"))?;
    let path = kitchen.path();
    report("PATH, bare: ", Command::new("bake").env("PATH", path))?;
    report("my own uid: ", bake().uid(getuid().as_raw()))?;
    let mut last = bake();
    // SAFETY: the closure does nothing.
    unsafe { last.pre_exec(|| Ok(())) }; // ②
    report("pre_exec:   ", &mut last)
}
