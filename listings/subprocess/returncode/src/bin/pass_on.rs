use std::process::{Command, ExitCode, ExitStatus};

use anyhow::{Context, Result};
use returncode::returncode;

/// The number that a shell has in `$?`.
fn shell_code(status: &ExitStatus) -> Result<u8> {
    let code = match returncode(status) {
        code @ 0.. => code,
        minus_signal => 128 - minus_signal,
    };
    Ok(u8::try_from(code)?)
}

fn main() -> Result<ExitCode> {
    let mut sh = Command::new("sh");
    let status =
        sh.args(["-c", "kill $$"]).status().context("cannot run sh")?;
    println!("the child's returncode is {}", returncode(&status));
    Ok(ExitCode::from(shell_code(&status)?))
}
