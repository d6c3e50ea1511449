use std::io::ErrorKind;
use std::process::{Child, Command};

use anyhow::{Result, bail};
use launch_errors::{LaunchError, launch};

/// Starts the first of these programs that is installed.
fn first(programs: &[&str]) -> Result<Child> {
    for name in programs {
        match launch(Command::new(name).arg("fresh bread")) {
            Err(LaunchError::Program(_, e))
                if e.kind() == ErrorKind::NotFound =>
            {
                println!("{name} is not installed");
            }
            other => return Ok(other?),
        }
    }
    bail!("none of {programs:?} is installed")
}

fn main() -> Result<()> {
    first(&["cry", "echo"])?.wait()?;
    Ok(())
}
