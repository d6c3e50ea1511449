use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use timeout::wait_timeout;

fn bake(dish: &str, oven: &mut Command, seconds: f64) -> Result<()> {
    let mut child = oven.spawn().context("cannot light the oven")?;
    let time = Duration::from_secs_f64(seconds);
    let waited = wait_timeout(&mut child, time); // ①
    if !matches!(waited, Ok(Some(_))) && child.try_wait()?.is_none() {
        child.kill()?; // ②
        child.wait()?; // ③
    }
    match waited? {
        Some(status) => println!("{dish}: {status}"),
        None => println!("{dish}: not done after {seconds} s"),
    }
    Ok(())
}

fn main() -> Result<()> {
    bake("bread", &mut Command::new("true"), 5.0)?;
    bake("roast", Command::new("sleep").arg("60"), 0.1)
}
