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

fn report(what: &str, before: [usize; 2]) -> Result<()> {
    let [threads, descriptors] = held()?;
    let (threads, descriptors) = (threads - before[0], descriptors - before[1]);
    println!("{what}: threads {threads:+}, descriptors {descriptors:+}");
    Ok(())
}

fn main() -> Result<()> {
    let before = held()?;
    let mut child = Process::new(pause).with_daemon(true);
    child.start()?;
    report("a child  ", before)?; // ①
    child.kill()?;
    child.join()?;
    child.close()?;

    let sleep = Command::new("sleep").arg("60").spawn();
    let mut program = sleep.context("cannot run sleep")?;
    let reported = report("a program", before); // ②
    program.kill()?;
    program.wait()?;
    reported?;

    Builder::new().spawn(pause)?;
    report("a thread ", before) // ③
}
