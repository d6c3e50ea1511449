use std::process::Command;

use anyhow::{Context, Result};

/// What the program `env` prints, without what this program cannot know.
fn seen(env: &mut Command) -> Result<String> {
    let output = env.output().context("cannot run env")?;
    let text = String::from_utf8(output.stdout)?;
    let mut seen: Vec<&str> = Vec::new();
    for line in text.lines() {
        match line.split_once('=') {
            Some(("PATH", _)) => seen.push("PATH"),
            Some(("CITY" | "LANG", _)) => seen.push(line),
            _ => {}
        }
    }
    seen.sort_unstable();
    Ok(if seen.is_empty() { "nothing".to_owned() } else { seen.join(" ") })
}

fn main() -> Result<()> {
    let mut env = Command::new("env");
    env.env("LANG", "C");
    println!("one set:     {}", seen(&mut env)?);
    println!("one more:    {}", seen(env.env("CITY", "Oslo"))?);
    println!("one removed: {}", seen(env.env_remove("LANG"))?);
    println!("cleared:     {}", seen(env.env_clear())?); // ①
    let pairs = [("CITY", "Lima"), ("LANG", "C")];
    println!("two only:    {}", seen(env.envs(pairs))?);
    Ok(())
}
