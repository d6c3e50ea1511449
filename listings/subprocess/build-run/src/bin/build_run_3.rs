use std::io;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use anyhow::Result;
use build_run::Pipes;
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::Pid;

const LIMIT: Duration = Duration::from_millis(300);

fn run(command: &mut Command, input: &[u8]) -> io::Result<Output> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let deadline = Some(Instant::now() + LIMIT);
    let mut pipes = Pipes::new(&mut child, input.to_owned());
    let talked = pipes.talk(deadline);
    if !matches!(talked, Ok(true)) {
        child.kill()?;
    }
    let status = child.wait()?;
    let [_, stdout, stderr] = pipes.read;
    talked.map(|_| Output { status, stdout, stderr })
}

fn main() -> Result<()> {
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_child_subreaper(true)?;
    let bake = ["-c", "sleep 60 & echo $!; exec sleep 60"];
    let baker = run(Command::new("sh").args(bake), b"")?;
    println!("sh: {}", baker.status);
    let oven = Pid::from_raw(str::from_utf8(&baker.stdout)?.trim().parse()?);
    kill(oven, Signal::SIGTERM)?;
    if let WaitStatus::Signaled(_, signal, _) = waitpid(oven, None)? {
        println!("its sleep: {signal}");
    }
    Ok(())
}
