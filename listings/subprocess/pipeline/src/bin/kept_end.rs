use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut yes = Command::new("yes")
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run yes")?;
    let output = yes.stdout.take().map_or(Stdio::null(), Stdio::from);
    let mut head = Command::new("head");
    let ended = head.args(["-n", "1"]).stdin(output).status(); // ①
    sleep(Duration::from_millis(200));
    let looked = yes.try_wait();
    drop(head); // ②
    let status = yes.wait()?;
    println!("head: {}", ended.context("cannot run head")?);
    println!("yes, 0.2 s later: {:?}", looked?);
    println!("yes, when nobody holds the pipe: {status}");
    Ok(())
}
