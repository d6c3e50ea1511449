use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

/// Python's `send_signal`: nothing for a child that has been waited for.
fn send_signal(child: &mut Child, signal: Signal) -> Result<()> {
    if child.try_wait()?.is_none() {
        kill(Pid::from_raw(child.id() as i32), signal)?; // ①
    }
    Ok(())
}

type End = fn(&mut Child) -> Result<()>;

fn main() -> Result<()> {
    let ends: [(&str, End); 3] = [
        ("send_signal", |press| send_signal(press, Signal::SIGUSR1)),
        ("terminate", |press| send_signal(press, Signal::SIGTERM)),
        ("kill", |press| Ok(press.kill()?)), // ②
    ];
    for (name, end) in ends {
        let mut cat = Command::new("cat");
        cat.stdin(Stdio::piped());
        let mut press = cat.spawn().context("cannot run cat")?;
        let sent = end(&mut press);
        let signal = press.wait()?.signal().context("no signal")?; // ③
        println!("{name}: ended by {}", Signal::try_from(signal)?);
        sent?;
        end(&mut press)?; // ④
    }
    println!("and a second time nothing happens");
    Ok(())
}
