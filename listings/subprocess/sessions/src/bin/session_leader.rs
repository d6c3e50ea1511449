use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result, bail};
use nix::errno::Errno;
use nix::unistd::setsid;

fn main() -> Result<()> {
    let mut both = Command::new("true");
    both.process_group(0); // ①
    // SAFETY: the closure makes one system call.
    unsafe { both.pre_exec(|| Ok(setsid().map(drop)?)) }; // ②
    match both.status() {
        Err(e) if e.raw_os_error() == Some(Errno::EPERM as i32) => {
            println!("both: {e}");
        }
        other => bail!("both: {other:?}"),
    }
    let alone = Command::new("true").process_group(0).status();
    println!("alone: {}", alone.context("cannot run true")?);
    Ok(())
}
