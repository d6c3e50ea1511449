use std::process::Command;

use anyhow::{Error, Result};
use launch_errors::{LaunchError, launch};

fn attempt(command: &mut Command) -> Result<()> {
    let error = match launch(command) {
        Ok(mut child) => return Ok(child.wait().map(drop)?),
        Err(error) => error,
    };
    let advice = match &error {
        LaunchError::Directory(..) => "make the folder",
        LaunchError::Program(_, source) if source.raw_os_error() == Some(2) => {
            "install the program"
        }
        LaunchError::Variable(_) => "rename the variable",
        _ => return Err(error.into()),
    };
    println!("{:#}\n  {advice}", Error::new(error));
    Ok(())
}

fn main() -> Result<()> {
    attempt(&mut Command::new("backe"))?;
    attempt(Command::new("true").current_dir("cellar"))?;
    attempt(Command::new("backe").current_dir("/"))?;
    attempt(Command::new("true").env("PRICE=2", "bread"))?;
    attempt(&mut Command::new("true"))?;
    Ok(())
}
