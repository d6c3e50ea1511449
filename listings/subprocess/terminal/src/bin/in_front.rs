use std::io::{PipeWriter, Write, stdin};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::unistd::{Pid, getpgrp, tcgetpgrp, tcsetpgrp};
use popen::Guard;
use terminal::on_terminal;

/// Says whether this process may ask a question at its terminal.
fn in_front() -> bool {
    tcgetpgrp(stdin()) == Ok(getpgrp())
}

fn bakery(tell: &mut PipeWriter) -> Result<()> {
    let mut cat = Command::new("cat");
    cat.stdin(Stdio::piped()).process_group(0);
    let editor = Guard::killing(&mut cat).context("cannot run cat")?;
    writeln!(tell, "!at first: {}", in_front())?;
    tcsetpgrp(stdin(), Pid::from_raw(editor.child.id() as i32))?;
    writeln!(tell, "with an editor in front: {}", in_front())?;
    Ok(())
}

fn main() -> Result<()> {
    // SAFETY: this program has one thread.
    let text = unsafe { on_terminal(bakery, |keyboard| Ok(Some(keyboard))) };
    print!("{}", text?);
    Ok(())
}
