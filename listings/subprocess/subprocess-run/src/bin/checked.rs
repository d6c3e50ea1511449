use std::process::{Command, ExitStatus};

use anyhow::{Context, Result, ensure};

fn check_returncode(command: &Command, status: ExitStatus) -> Result<()> {
    ensure!(status.success(), "{command:?} failed: {status}");
    Ok(())
}

fn main() -> Result<()> {
    let commands: [&[&str]; 3] = [
        &["test", "6", "-lt", "7"],
        &["test", "6", "-gt", "7"],
        &["sh", "-c", "kill $$"],
    ];
    for args in commands {
        let mut command = Command::new(args[0]);
        command.args(&args[1..]);
        let status = command.status().context("cannot run it")?; // ①
        match check_returncode(&command, status) {
            Ok(()) => println!("fine"),
            Err(failed) => println!("{failed}"),
        }
    }
    Ok(())
}
