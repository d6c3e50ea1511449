use anyhow::{Context, Result};
use multiprocessing::{Process, StartMethod, Target, guard};
use nix::sys::prctl::set_child_subreaper;
use nix::sys::signal::{Signal::SIGKILL, kill};
use nix::sys::wait::waitpid;
use nix::unistd::{Pid, sleep};

const NAP: Target<u32> = Target::new("nap", |seconds| _ = sleep(seconds));

fn start(seconds: u32) -> Result<Process<'static>> {
    let nap = Process::call(&NAP, seconds).with_daemon(true);
    let mut nap = nap.with_start_method(StartMethod::ForkServer);
    nap.start()?;
    Ok(nap)
}

fn kill_a_child() -> Result<()> {
    let children = std::fs::read_to_string("/proc/thread-self/children")?;
    let first = children.split_whitespace().next().context("no child")?;
    kill(Pid::from_raw(first.parse()?), SIGKILL)?;
    Ok(waitpid(Pid::from_raw(first.parse()?), None).map(drop)?)
}

fn kill_the_server() -> Result<()> {
    let long = start(60)?;
    kill_a_child()?; // ①
    println!("is alive: {}, {:?}", long.is_alive()?, long.exitcode()?);
    println!("the next one: {}", start(60)?.is_alive()?); // ②
    long.kill()?; // ③
    println!("the end: {}", long.join().unwrap_err());
    Ok(())
}

fn main() -> Result<()> {
    guard(&[&NAP])?;
    set_child_subreaper(true)?; // ④
    let done = kill_the_server();
    while kill_a_child().is_ok() {}
    done
}
