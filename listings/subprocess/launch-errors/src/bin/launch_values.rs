use std::io::ErrorKind;
use std::process::Command;

use anyhow::{Context, Result};

fn attempt(case: &str, command: &mut Command) -> Result<()> {
    match command.output() {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout);
            println!("{case}: {}", text.trim_end());
        }
        Err(e) if e.kind() == ErrorKind::WouldBlock => {
            return Err(e).context("cannot make a process");
        }
        Err(e) => println!("{case}: {e}"),
    }
    Ok(())
}

fn main() -> Result<()> {
    attempt("NUL in the program", &mut Command::new("bre\0ad"))?;
    attempt("NUL in an argument", Command::new("echo").arg("rye\0"))?;
    attempt("an empty name", &mut Command::new(""))?;
    let mut env = Command::new("env");
    env.env_clear();
    attempt("= in a variable", env.env("PRICE=2", "bread"))?;
    env.env_clear();
    attempt("an empty variable", env.env("", "bread"))?;
    let long = "bread ".repeat(1_000_000);
    attempt("6 MB in one word", Command::new("echo").arg(long))
}
