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
        LaunchError::Variable(..) => "change the variable",
        LaunchError::Argument(..) => "send it through standard input",
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
    attempt(Command::new("true").env("PRICE", "2\0"))?;
    attempt(Command::new("true").args(["rye", "2\0"]))?;
    attempt(&mut Command::new("true"))
}
