use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus};

use anyhow::Result;

fn main() -> Result<()> {
    for script in ["exit 3", "kill -KILL $$"] {
        let status = Command::new("sh").args(["-c", script]).status()?;
        println!("{script:<13} {:#06x}", status.into_raw());
    }
    let dumped = 0x8b;
    let status = ExitStatus::from_raw(dumped);
    let signal = status.signal().unwrap_or_default();
    let core = u8::from(status.core_dumped());
    println!("{dumped:#06x}: signal {signal}, core {core}");
    Ok(())
}
