use std::process::Command;

use anyhow::{Context, Result, ensure};

/// What a shell's `$(command)` gives, or an error that quotes the command's
/// own words.
fn backquote(command: &mut Command) -> Result<String> {
    let output = command.output().context("cannot run it")?;
    let (status, said) = (output.status, output.stderr);
    let said = String::from_utf8_lossy(&said);
    ensure!(status.success(), "{command:?}: {status}: {}", said.trim_end());
    let text = String::from_utf8(output.stdout)?;
    Ok(text.trim_end_matches('\n').to_owned())
}

fn main() -> Result<()> {
    let loaves = backquote(Command::new("expr").args(["6", "*", "7"]))?;
    println!("{loaves} loaves");
    let script = "echo no flour >&2; exit 1";
    let flour = backquote(Command::new("sh").args(["-c", script]))?;
    println!("{flour} bags");
    Ok(())
}
