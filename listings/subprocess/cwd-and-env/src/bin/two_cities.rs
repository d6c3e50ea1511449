use std::process::Command;
use std::thread::{self, Builder};

use anyhow::{Context, Result};

fn visit(city: &str, folder: &str) -> Result<String> {
    let mut sh = Command::new("sh");
    sh.args(["-c", "echo \"$CITY, $PWD\""]);
    sh.env("CITY", city).current_dir(folder);
    let output = sh.output().context("cannot run sh")?;
    Ok(String::from_utf8(output.stdout)?)
}

fn main() -> Result<()> {
    let visits = thread::scope(|scope| {
        let start = |city, folder| {
            Builder::new().spawn_scoped(scope, move || visit(city, folder))
        };
        let (oslo, lima) = (start("Oslo", "/")?, start("Lima", "/usr")?);
        anyhow::Ok([oslo, lima].map(|visit| visit.join().unwrap()))
    })?;
    for visit in visits {
        print!("{}", visit?);
    }
    Ok(())
}
