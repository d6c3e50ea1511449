use std::io::ErrorKind;
use std::process::Command;
use std::time::Duration;

use exceptions::Error::{Failed, Launch, TimedOut};
use exceptions::check;
use launch_errors::LaunchError::Program;

fn bake(seconds: f64, command: &[&str]) -> anyhow::Result<()> {
    let time = Duration::from_secs_f64(seconds);
    match check(Command::new(command[0]).args(&command[1..]), time) {
        Ok(()) => println!("done"),
        Err(Launch(Program(name, e))) if e.kind() == ErrorKind::NotFound => {
            println!("{name:?} is not installed"); // ①
        }
        Err(e @ (Failed(..) | TimedOut(..))) => println!("{e}"), // ②
        Err(e) => return Err(e.into()),
    }
    Ok(())
}

fn main() -> anyhow::Result<()> {
    bake(5.0, &["true"])?;
    bake(5.0, &["backe"])?;
    bake(5.0, &["sh", "-c", "exit 3"])?;
    bake(5.0, &["sh", "-c", "kill -KILL $$"])?;
    bake(0.1, &["sleep", "60"])
}
