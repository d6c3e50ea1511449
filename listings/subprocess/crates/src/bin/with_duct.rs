use std::io::{Result, read_to_string};
use std::time::Duration;

use anyhow::Context;
use duct::cmd;
use nix::sys::wait::wait;

fn sorted(script: &str) -> Result<()> {
    let towns = cmd!("sh", "-c", script);
    let sort = towns.pipe(cmd!("sort")).reader()?; // ①
    match read_to_string(&sort) {
        Ok(text) => println!("{}", text.replace('\n', " ").trim_end()),
        Err(error) => println!("{error}"), // ②
    }
    Ok(())
}

fn nap() -> Result<()> {
    let nap = cmd!("sleep", "60").unchecked().start()?; // ③
    let waited = nap.wait_timeout(Duration::from_millis(100));
    let late = waited.map(|end| end.is_none());
    nap.kill()?;
    let status = nap.wait()?.status;
    println!("too late: {}, {status}", late?);
    Ok(())
}

fn main() -> anyhow::Result<()> {
    let done = sorted("echo Oslo; echo Lima")
        .and_then(|()| sorted("echo Oslo; exit 3"))
        .and_then(|()| nap());
    while wait().is_ok() {} // ④
    done.context("cannot run it")
}
