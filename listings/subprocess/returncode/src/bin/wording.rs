use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    for script in ["exit 3", "kill -KILL $$", "kill -40 $$"] {
        let mut sh = Command::new("sh");
        let status =
            sh.args(["-c", script]).status().context("cannot run sh")?;
        println!("{script}");
        println!("  {status}");
        println!("  {status:?}");
    }
    Ok(())
}
