use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use pipeline::pipeline;
use timeout::wait_timeout;

fn sorted(script: &str) -> Result<()> {
    let mut towns = Command::new("sh");
    towns.args(["-c", script]);
    let sort = Command::new("sort");
    let ran = pipeline(vec![towns, sort]); // ①
    let (codes, text) = ran.context("cannot sort")?;
    let text = str::from_utf8(&text)?.trim_end();
    println!("{codes:?}: {}", text.replace('\n', " "));
    Ok(())
}

fn main() -> Result<()> {
    sorted("echo Oslo; echo Lima")?;
    sorted("echo Oslo; exit 3")?;
    let mut nap = Command::new("sleep");
    let mut nap = nap.arg("60").spawn().context("cannot run sleep")?;
    let waited = wait_timeout(&mut nap, Duration::from_millis(100)); // ②
    nap.kill()?;
    let status = nap.wait()?;
    println!("too late: {}, {status}", waited?.is_none());
    Ok(())
}
