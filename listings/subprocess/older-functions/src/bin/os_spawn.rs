use std::io::ErrorKind::NotFound;
use std::process::Command;

use anyhow::{Context, Result};
use returncode::returncode;

fn main() -> Result<()> {
    let mut loaves = Command::new("expr");
    loaves.args(["6", "*", "7"]);
    let mut child = loaves.spawn().context("cannot run expr")?; // ①
    let status = child.wait().context("cannot wait")?;
    println!("P_NOWAIT: {}", returncode(&status));

    let mut killed = Command::new("sh");
    let status = killed.args(["-c", "kill $$"]).status(); // ②
    println!("P_WAIT: {}", returncode(&status.context("cannot run sh")?));

    let mut env = Command::new("env");
    let status = env.env_clear().env("BREAD", "rye").status(); // ③
    println!("env: {}", returncode(&status.context("cannot run env")?));

    match Command::new("no-such-oven").status() {
        Err(e) if e.kind() == NotFound => println!("missing: {e}"), // ④
        status => println!("missing: {}", status.context("cannot run it")?),
    }
    Ok(())
}
