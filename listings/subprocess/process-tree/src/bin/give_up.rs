#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::Read;
    use std::os::{fd::AsFd, unix::process::CommandExt};
    use std::process::{Command, Stdio};
    use std::time::Duration;

    use anyhow::Context;
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::signal::{Signal, killpg};
    use nix::sys::wait::{WaitStatus, wait};
    use nix::unistd::Pid;
    use timeout::{pidfd_open, ready};

    set_child_subreaper(true)?;
    let mut stew = Command::new("sh");
    stew.args(["-c", "sleep 60 & echo; exec sleep 60"]).process_group(0);
    let mut child =
        stew.stdout(Stdio::piped()).spawn().context("cannot run sh")?;
    let bell = child.stdout.as_mut().map(|pipe| pipe.read_exact(&mut [0]));
    let time = Duration::from_millis(100);
    let pidfd = pidfd_open(&child);
    let looked = pidfd.and_then(|fd| ready([fd.as_fd()], time)); // ①
    killpg(Pid::from_raw(child.id() as i32), Signal::SIGKILL)?; // ②
    let status = child.wait()?; // ③
    bell.context("no pipe")??;
    let [in_time] = looked?;
    println!("in time: {in_time}, {status}");
    if let WaitStatus::Signaled(_, signal, _) = wait()? {
        println!("the grandchild: {signal}"); // ④
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
