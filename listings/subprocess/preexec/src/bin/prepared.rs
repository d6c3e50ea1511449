use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};
use nix::unistd;

fn main() -> Result<()> {
    for (rolls, customer) in [(2, "Ada"), (6, "Bob")] {
        let line = format!("child: {rolls} rolls for {customer}\n");
        let stdout = io::stdout();
        let say = move || {
            unistd::write(&stdout, line.as_bytes())?;
            Ok(())
        };
        let mut program = Command::new("true");
        // SAFETY: the line is made already, and `write` is a system call.
        unsafe { program.pre_exec(say) };
        program.status().context("cannot run true")?;
    }
    Ok(())
}
