use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::sys::signal::kill;
use nix::unistd::Pid;

fn main() -> Result<()> {
    let mut echo = Command::new("echo")
        .arg("rye")
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run echo")?;
    let pid = Pid::from_raw(echo.id() as i32);
    let output = echo.stdout.take().map_or(Stdio::null(), Stdio::from);
    let sorted = Command::new("sort").stdin(output).output(); // ①
    let kept = kill(pid, None).is_ok(); // ②
    let status = echo.wait()?; // ③
    let sorted = sorted.context("cannot run sort")?;
    print!("sort prints {}", str::from_utf8(&sorted.stdout)?);
    println!("echo is not waited for, it has its PID: {kept}");
    println!("{status}, it has its PID: {}", kill(pid, None).is_ok());
    Ok(())
}
