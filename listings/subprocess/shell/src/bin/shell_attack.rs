use std::process::Command;

use anyhow::Result;
use shell::{NAMES, attack};

/// A shell that runs `script`, with `name` as its `$1`.
fn sh(script: &str, name: &str) -> Result<Command> {
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh", name]); // ①
    Ok(command)
}

fn no_shell(name: &str) -> Result<Command> {
    let mut command = Command::new("cat");
    command.arg(name);
    Ok(command)
}

fn main() -> Result<()> {
    let report = |way, held| {
        println!("{way:22} {held} of {} held", NAMES.len());
    };
    let held = attack(|name| sh(&format!("cat {name}"), ""))?; // ②
    report("pasted into the script", held);
    let held = attack(|name| sh(&format!("cat '{name}'"), ""))?; // ③
    report("pasted in quotes", held);
    let held = attack(|n| sh(&format!("cat {}", shlex::try_quote(n)?), ""))?;
    report("quoted by shlex", held); // ④
    report("handed over as $1", attack(|name| sh("cat \"$1\"", name))?); // ⑤
    report("no shell", attack(no_shell)?); // ⑥
    Ok(())
}
