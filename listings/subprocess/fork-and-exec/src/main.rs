use std::ffi::CString;

use anyhow::Result;
use fork_and_exec::spawn;
use nix::errno::Errno;
use nix::sys::wait::{WaitStatus, waitpid};

fn run(line: &str) -> Result<()> {
    let args = line.split(' ').map(CString::new).collect::<Result<Vec<_>, _>>();
    match spawn(&args?).map_err(Errno::try_from) {
        Ok(child) => match waitpid(child, None)? {
            WaitStatus::Exited(_, code) => println!("{line}: exit code {code}"),
            other => println!("{line}: {other:?}"),
        },
        Err(Ok(errno @ (Errno::ENOENT | Errno::EACCES))) => {
            println!("{line}: {errno:?}");
        }
        Err(other) => return Err(other?.into()),
    }
    Ok(())
}

fn main() -> Result<()> {
    run("echo two rolls")?;
    run("false")?;
    run("/no-such-oven")?;
    run("/")
}
