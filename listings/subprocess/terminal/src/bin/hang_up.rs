#[cfg(target_os = "linux")]
fn bakery(tell: &mut std::io::PipeWriter) -> anyhow::Result<()> {
    use std::io::Write;
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};

    use anyhow::Context;
    use nix::sys::signal::{SigHandler, Signal, signal};
    use popen::Guard;

    // SAFETY: there is no handler.
    unsafe { signal(Signal::SIGHUP, SigHandler::SigDfl) }?; // ①
    let mut oven = Guard::killing(Command::new("sleep").arg("60"))
        .context("cannot run sleep")?;
    let mut cat = Command::new("cat");
    cat.stdin(Stdio::piped()).process_group(0);
    let _till = Guard::killing(&mut cat).context("cannot run cat")?;
    tell.write_all(b"!")?;
    oven.child.wait()?; // ②
    Ok(())
}

#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use nix::sys::{prctl::set_child_subreaper, wait::wait};

    set_child_subreaper(true)?; // ③
    // SAFETY: this program has one thread.
    unsafe { terminal::on_terminal(bakery, |_| Ok(None)) }?; // ④
    let mut ends = [wait()?, wait()?].map(|end| match end {
        nix::sys::wait::WaitStatus::Signaled(_, signal, _) => signal.as_str(),
        _ => "an exit of its own",
    });
    ends.sort_unstable();
    println!("the leader's children ended by {}", ends.join(" and "));
    Ok(())
}
