use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};
use nix::unistd;

fn main() -> Result<()> {
    let stdout = io::stdout(); // ①
    let wash_hands = move || {
        unistd::write(&stdout, b"child:  washes its hands\n")?; // ②
        Ok(())
    };
    let mut echo = Command::new("echo");
    echo.arg("child:  bakes");
    // SAFETY: `write` is async-signal-safe, and nothing is allocated.
    unsafe { echo.pre_exec(wash_hands) };
    echo.status().context("cannot run echo")?; // ③
    println!("parent: the child is done");
    Ok(())
}
