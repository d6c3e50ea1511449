use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use returncode::returncode;

fn main() -> Result<()> {
    let scripts = [
        "exit 0",
        "exit 3",                         // ①
        "kill -KILL $$",                  // ②
        "sh -c 'kill -KILL $$'; exit $?", // ③
    ];
    for script in scripts {
        let status = Command::new("sh")
            .args(["-c", script])
            .stderr(Stdio::null()) // ④
            .status()
            .context("cannot run sh")?;
        println!("{:>3}  {script}", returncode(&status));
    }
    Ok(())
}
