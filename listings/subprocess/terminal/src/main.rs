use std::io::{PipeWriter, Write};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use nix::sys::signal::{SigHandler, Signal, signal};
use popen::Guard;
use terminal::on_terminal;

extern "C" fn live_on(_: i32) {}

fn bakery(tell: &mut PipeWriter) -> Result<()> {
    // SAFETY: the handler does nothing.
    unsafe { signal(Signal::SIGINT, SigHandler::Handler(live_on)) }?; // ①
    let mut oven = Guard::killing(Command::new("sleep").arg("60"))
        .context("cannot run sleep")?;
    let mut cat = Command::new("cat");
    cat.stdin(Stdio::piped()).process_group(0); // ②
    let mut till = Guard::killing(&mut cat).context("cannot run cat")?;
    tell.write_all(b"!")?;
    let status = oven.child.wait()?; // ④
    writeln!(tell, "in my group: {status}")?;
    let status = till.child.wait()?; // ⑤
    writeln!(tell, "in its own group: {status}")?;
    Ok(())
}

fn main() -> Result<()> {
    // SAFETY: this program has one thread.
    let text = unsafe {
        on_terminal(bakery, |mut keyboard| {
            keyboard.write_all(b"\x03")?; // ③
            Ok(Some(keyboard))
        })
    };
    print!("{}", text?);
    Ok(())
}
