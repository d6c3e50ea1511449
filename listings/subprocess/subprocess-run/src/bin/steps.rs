use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

fn main() -> Result<ExitCode> {
    let steps = ["echo knead", "test dough = risen", "echo bake"];
    for step in steps {
        println!("+ {step}");
        let mut words = step.split(' ');
        let program = words.next().context("an empty step")?;
        let mut command = Command::new(program);
        let status =
            command.args(words).status().context("cannot run a step")?;
        if !status.success() {
            println!("stopped: {step}");
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}
