use std::io::{BufRead, BufReader, PipeWriter, Write, stdin};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::sys::signal::{SigHandler, Signal, kill, signal};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::{Pid, getpgrp, tcsetpgrp};

fn bakery(tell: &mut PipeWriter) -> Result<()> {
    let mut cat = Command::new("cat");
    cat.stdout(Stdio::piped()).process_group(0); // ①
    let mut clerk = popen::Guard::killing(&mut cat)?;
    let pid = Pid::from_raw(clerk.child.id() as i32);
    let status = waitpid(pid, Some(WaitPidFlag::WUNTRACED))?; // ②
    let by_tty = status == WaitStatus::Stopped(pid, Signal::SIGTTIN);
    writeln!(tell, "!behind: stopped by SIGTTIN: {by_tty}")?;
    tcsetpgrp(stdin(), pid)?; // ③
    kill(pid, Signal::SIGCONT)?;
    let mut line = String::new();
    let order = clerk.child.stdout.take().context("no stdout")?;
    BufReader::new(order).read_line(&mut line)?; // ④
    write!(tell, "in front: reads {line}")?;
    // SAFETY: no handler runs, the kernel drops the signal.
    unsafe { signal(Signal::SIGTTOU, SigHandler::SigIgn) }?; // ⑤
    tcsetpgrp(stdin(), getpgrp())?;
    Ok(())
}

fn main() -> Result<()> {
    // SAFETY: this program has one thread.
    let text = unsafe {
        terminal::on_terminal(bakery, |mut keyboard| {
            keyboard.write_all(b"two loaves\n")?;
            Ok(Some(keyboard))
        })
    };
    print!("{}", text?);
    Ok(())
}
