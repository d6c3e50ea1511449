use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let bread = Command::new("sleep").arg("0.3").spawn();
    let mut child = bread.context("cannot run sleep")?;
    let mut pause = Duration::from_millis(1);
    let longest = Duration::from_millis(50);
    let mut questions = 1;
    while child.try_wait()?.is_none() {
        sleep(pause);
        pause = longest.min(2 * pause);
        questions += 1;
    }
    let often = if questions < 30 { "fewer than 30" } else { "30 or more" };
    println!("asked {often} times");
    Ok(())
}
