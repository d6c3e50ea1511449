#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::Read;
    use std::os::{fd::AsFd, unix::process::CommandExt};
    use std::process::{Command, Stdio};
    use std::time::Duration;

    use anyhow::Context;
    use nix::sys::signal::{Signal, killpg};
    use nix::sys::{prctl::set_child_subreaper, wait::wait};
    use nix::unistd::Pid;
    use timeout::{pidfd_open, ready};

    set_child_subreaper(true)?;
    let cook = "sleep 60 & echo; exec sleep 60";
    for script in [cook, &format!("trap '' TERM; {cook}")] {
        let mut sh = Command::new("sh");
        sh.args(["-c", script]).stdout(Stdio::piped()).process_group(0);
        let mut child = sh.spawn().context("cannot run sh")?;
        let bell = child.stdout.as_mut().map(|pipe| pipe.read_exact(&mut [0]));
        let group = Pid::from_raw(child.id() as i32);
        killpg(group, Signal::SIGTERM)?;
        let pidfd = pidfd_open(&child);
        let time = Duration::from_millis(100);
        let looked = pidfd.and_then(|fd| ready([fd.as_fd()], time));
        killpg(group, Signal::SIGKILL)?;
        println!("{}", child.wait()?);
        wait()?;
        bell.context("no pipe")??;
        looked?;
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
