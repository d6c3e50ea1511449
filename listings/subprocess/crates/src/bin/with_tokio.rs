use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use returncode::returncode;
use tokio::process::Command;
use tokio::time::timeout;

async fn sorted(script: &str) -> Result<()> {
    let mut towns = Command::new("sh");
    towns.args(["-c", script]).stdout(Stdio::piped()).kill_on_drop(true);
    let mut towns = towns.spawn().context("cannot run sh")?;
    let pipe: Stdio = towns.stdout.take().context("no pipe")?.try_into()?;
    let sort = Command::new("sort").stdin(pipe).output(); // ①
    let (first, second) = tokio::join!(towns.wait(), sort); // ②
    let second = second.context("cannot run sort")?;
    let codes = [first?, second.status].map(|status| returncode(&status));
    let text = str::from_utf8(&second.stdout)?.trim_end();
    println!("{codes:?}: {}", text.replace('\n', " "));
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    sorted("echo Oslo; echo Lima").await?;
    sorted("echo Oslo; exit 3").await?;
    let mut nap = Command::new("sleep");
    let mut nap = nap.arg("60").spawn().context("cannot run sleep")?;
    let waited = timeout(Duration::from_millis(100), nap.wait()).await; // ③
    nap.kill().await?; // ④
    let status = nap.wait().await?;
    println!("too late: {}, {status}", waited.is_err());
    Ok(())
}
