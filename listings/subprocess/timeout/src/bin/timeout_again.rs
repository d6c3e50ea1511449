use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use timeout::wait_timeout;

fn look(child: &mut Child, seconds: f64) -> Result<()> {
    match wait_timeout(child, Duration::from_secs_f64(seconds))? {
        Some(status) => println!("it has ended, {status}"),
        None => println!("it still runs after {seconds} s"),
    }
    Ok(())
}

fn main() -> Result<()> {
    let mut cat = Command::new("cat")
        .stdin(Stdio::piped())
        .spawn()
        .context("cannot run cat")?;
    let looked = look(&mut cat, 0.0).and_then(|()| look(&mut cat, 0.05)); // ①
    drop(cat.stdin.take()); // ②
    let looked = looked.and_then(|()| look(&mut cat, 5.0)); // ③
    cat.wait()?;
    looked.and_then(|()| look(&mut cat, 0.0)) // ④
}
