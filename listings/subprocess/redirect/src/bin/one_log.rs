use std::fs::{self, File};
use std::process::Command;

use anyhow::{Context, Result};

fn write(out: File, err: File) -> Result<()> {
    let both = "printf apple; printf orange >&2; printf !";
    let mut sh = Command::new("sh");
    sh.arg("-c").arg(both).stdout(out).stderr(err);
    sh.status().map(drop).context("cannot run sh")
}

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let log = folder.path().join("log");

    write(File::create(&log)?, File::create(&log)?)?; // ①
    println!("opened twice:     {}", fs::read_to_string(&log)?);

    let once = File::create(&log)?;
    write(once.try_clone()?, once)?; // ②
    println!("opened once:      {}", fs::read_to_string(&log)?);

    File::create(&log)?;
    let append = || File::options().append(true).open(&log);
    write(append()?, append()?)?; // ③
    println!("opened to append: {}", fs::read_to_string(&log)?);
    Ok(())
}
