use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

fn talk(press: &mut Child) -> Result<()> {
    println!("it has ended: {}", press.try_wait()?.is_some()); // ②
    let mut ink = press.stdin.take().context("no stdin")?; // ③
    ink.write_all(b"The Daily Loaf")?;
    drop(ink); // ④
    let mut page = String::new();
    let paper = press.stdout.as_mut().context("no stdout")?;
    paper.read_to_string(&mut page)?;
    println!("the press prints {page}");
    Ok(())
}

fn main() -> Result<()> {
    let mut cat = Command::new("cat"); // ①
    cat.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut press = cat.spawn().context("cannot run cat")?;
    println!("it runs {}", cat.get_program().display());
    println!("it has a PID: {}", press.id() > 0);
    let talked = talk(&mut press);
    let status = press.wait()?; // ⑤
    println!("{status}");
    println!("it has ended: {}", press.try_wait()?.is_some()); // ⑥
    talked
}
