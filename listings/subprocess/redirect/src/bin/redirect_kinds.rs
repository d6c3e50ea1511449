use std::fs::File;
use std::io::{Seek, Write};
use std::os::fd::OwnedFd;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result};

fn echo(word: &str, to: impl Into<Stdio>) -> Result<Output> {
    let mut echo = Command::new("echo");
    echo.arg(word).stdout(to).output().context("cannot run echo")
}

fn main() -> Result<()> {
    let mut list: File = tempfile::tempfile()?;
    let descriptor: OwnedFd = list.try_clone()?.into();
    echo("rye", list.try_clone()?)?; // ①
    echo("oats", descriptor)?; // ②
    echo("salt", Stdio::null())?; // ③
    let yeast = echo("yeast", Stdio::piped())?; // ④
    echo("this goes to the screen", Stdio::inherit())?; // ⑤
    list.write_all(b"milk\n")?;
    list.rewind()?; // ⑥
    let sort = Command::new("sort").stdin(list).status(); // ⑦
    println!("sort: {}", sort.context("cannot run sort")?);
    print!("pipe: {}", str::from_utf8(&yeast.stdout)?);
    Ok(())
}
