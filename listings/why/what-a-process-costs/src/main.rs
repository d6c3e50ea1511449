use std::fs::read_dir;
use std::process::Command;
use std::thread::Builder;

use anyhow::{Context, Result};
use multiprocessing::Process;
use nix::unistd::pause;

/// The threads of this process, and its descriptors.
fn held() -> Result<[usize; 2]> {
    let count = |things| read_dir(format!("/proc/self/{things}"));
    Ok([count("task")?.count(), count("fd")?.count()])
}

fn report(what: &str, now: [usize; 2], before: [usize; 2]) {
    let (threads, descriptors) = (now[0] - before[0], now[1] - before[1]);
    println!("{what}: threads {threads:+}, descriptors {descriptors:+}");
}

fn main() -> Result<()> {
    let mut child = Process::new(pause).with_daemon(true);
    child.start()?;
    let with_child = held()?; // ①
    child.kill()?;
    child.join()?;
    child.close()?;
    let before = held()?;
    report("a child  ", with_child, before);

    let sleep = Command::new("sleep").arg("60").spawn();
    let mut program = sleep.context("cannot run sleep")?;
    let with_program = held(); // ②
    program.kill()?;
    program.wait()?;
    report("a program", with_program?, before);

    Builder::new().spawn(pause)?;
    report("a thread ", held()?, before); // ③
    Ok(())
}
