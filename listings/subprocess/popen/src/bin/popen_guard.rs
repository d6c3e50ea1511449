use std::io;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};
use nix::sys::wait::{WaitPidFlag, waitpid};
use popen::Guard;

fn plain(cat: &mut Command) -> Result<()> {
    let _press = cat.spawn()?;
    bail!("out of ink") // ①
}

fn guarded(cat: &mut Command) -> Result<()> {
    let _press = Guard::killing(cat)?;
    bail!("out of ink") // ②
}

fn main() -> Result<()> {
    type Print = fn(&mut Command) -> Result<()>;
    for (what, print) in [("alone", plain as Print), ("guarded", guarded)] {
        let error = match print(Command::new("cat").stdin(Stdio::piped())) {
            Err(e) if !e.is::<io::Error>() => e,
            other => return other,
        };
        let left = waitpid(None, Some(WaitPidFlag::WNOHANG)).is_ok(); // ③
        let left = if left { "a child" } else { "no child" };
        println!("{what}: {error}, {left} is left");
        while waitpid(None, None).is_ok() {} // ④
    }
    Ok(())
}
