use std::io::{Error, ErrorKind};
use std::process::Command;

use anyhow::Result;

/// Sets a variable, but only one that keeps its name.
fn set(command: &mut Command, name: &str, value: &str) -> Result<(), Error> {
    if name.is_empty() || name.contains('=') {
        let what = format!("illegal environment variable name {name:?}");
        return Err(Error::new(ErrorKind::InvalidInput, what)); // ②
    }
    command.env(name, value);
    Ok(())
}

fn report(way: &str, command: &mut Command) -> Result<()> {
    match command.output() {
        Ok(output) => print!("{way} {}", String::from_utf8(output.stdout)?),
        Err(e) if e.kind() == ErrorKind::InvalidInput => println!("{way} {e}"),
        Err(e) => return Err(e.into()),
    }
    Ok(())
}

fn main() -> Result<()> {
    let env = || {
        let mut env = Command::new("env");
        env.env_clear();
        env
    };
    report("std, name A=B:", env().env("CITY=Oslo", "Lima"))?; // ①
    report("std, NUL:     ", env().env("CITY", "Os\0lo"))?;
    report("= in a value: ", env().env("CITY", "Oslo=Lima"))?;
    if let Err(error) = set(&mut env(), "CITY=Oslo", "Lima") {
        println!("set, name A=B: {error}");
    }
    Ok(())
}
