//! Memory and descriptors of a child that waits.

use std::fs;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Error, Result, bail};
use multiprocessing::{Process, StartMethod, Target};
use nix::unistd::pause;

use super::child::{Child, kib};
use super::python::Python;
use super::results::Results;
use super::start::program;

const CHILDREN: usize = 20;

pub const PAUSE: Target<()> = Target::new("pause", |()| pause());

pub fn run(results: &mut Results) -> Result<()> {
    eprintln!("memory: {CHILDREN} children of each kind");
    by_fork(results)?;
    for (name, method) in [
        ("library-fork", StartMethod::Fork),
        ("library-spawn", StartMethod::Spawn),
        ("library-forkserver", StartMethod::ForkServer),
    ] {
        by_library(results, name, method)?;
    }
    by_command(results)?;
    let python = Python::start("start.py")?;
    for how in ["fork", "forkserver", "spawn", "popen"] {
        // The fork server and Python's other helpers are not children to count.
        python.ask(&format!("hold {how} 1"))?;
        python.ask("release")?;
        let answer = python.ask(&format!("hold {how} {CHILDREN}"))?;
        let pids: Vec<i32> =
            answer[1..].iter().map(|&pid| pid as i32).collect();
        put(results, &format!("python-{how}"), &pids, answer[0])?;
        python.ask("release")?;
    }
    // The last, since the C library keeps the stacks of threads that ended, and
    // a parent with more memory has dearer children.
    by_thread(results)
}

/// What the parent has more of, for each thread.
fn by_thread(results: &mut Results) -> Result<()> {
    let before = memory("self")?;
    let descriptors_before = descriptors()?;
    let (ready, is_ready) = mpsc::channel();
    let mut held = Vec::new();
    let mut threads = Vec::new();
    for _ in 0..CHILDREN {
        let (release, released) = mpsc::channel::<()>();
        let ready = ready.clone();
        threads.push(thread::Builder::new().spawn(move || {
            let _ = ready.send(());
            let _ = released.recv();
        })?);
        held.push(release);
    }
    for _ in &threads {
        is_ready.recv()?;
    }
    let after = memory("self")?;
    let each = |n: usize| (after[n] - before[n]) / CHILDREN as f64;
    let more = (descriptors()? - descriptors_before) / CHILDREN as f64;
    results.put("memory.thread.private".into(), "KiB", vec![each(0)]);
    results.put("memory.thread.tables".into(), "KiB", vec![each(1)]);
    results.put("memory.thread.descriptors".into(), "", vec![more]);
    drop(held);
    for thread in threads {
        thread.join().map_err(|_| Error::msg("a thread panicked"))?;
    }
    Ok(())
}

fn by_fork(results: &mut Results) -> Result<()> {
    let before = descriptors()?;
    let mut children = Vec::new();
    for _ in 0..CHILDREN {
        children.push(Child::fork(pause)?);
    }
    let each = (descriptors()? - before) / CHILDREN as f64;
    let pids: Vec<i32> = children.iter().map(Child::pid).collect();
    put(results, "fork", &pids, each)
}

fn by_library(
    results: &mut Results,
    name: &str,
    method: StartMethod,
) -> Result<()> {
    let start = || -> Result<Process> {
        let mut child = Process::call(&PAUSE, ())
            .with_daemon(true)
            .with_start_method(method);
        child.start()?;
        Ok(child)
    };
    let first = start()?; // brings the fork server with it
    let before = descriptors()?;
    let mut children = Vec::new();
    for _ in 0..CHILDREN {
        children.push(start()?);
    }
    let each = (descriptors()? - before) / CHILDREN as f64;
    let mut pids = Vec::new();
    for child in &children {
        pids.push(child.pid()?.context("not started")?);
    }
    put(results, name, &pids, each)?;
    for child in children.iter().chain([&first]) {
        child.kill()?;
        child.join()?;
    }
    Ok(())
}

fn by_command(results: &mut Results) -> Result<()> {
    let sleep = program("sleep")?;
    let before = descriptors()?;
    let mut children = Vec::new();
    for _ in 0..CHILDREN {
        children.push(Command::new(&sleep).arg("60").spawn()?);
    }
    let each = (descriptors()? - before) / CHILDREN as f64;
    let pids: Vec<i32> = children.iter().map(|c| c.id() as i32).collect();
    let done = put(results, "command", &pids, each);
    for child in &mut children {
        child.kill()?;
        child.wait()?;
    }
    done
}

fn put(
    results: &mut Results,
    name: &str,
    pids: &[i32],
    descriptors: f64,
) -> Result<()> {
    let children = settled(pids)?;
    let column = |n: usize| children.iter().map(|child| child[n]).collect();
    results.put(format!("memory.{name}.private"), "KiB", column(0));
    results.put(format!("memory.{name}.tables"), "KiB", column(1));
    let key = format!("memory.{name}.descriptors");
    results.put(key, "", vec![descriptors]);
    Ok(())
}

/// The memory of the children once none of them changes any more.
fn settled(pids: &[i32]) -> Result<Vec<[f64; 2]>> {
    let mut last = Vec::new();
    for _ in 0..100 {
        thread::sleep(Duration::from_millis(200));
        let each = pids.iter().map(|pid| memory(&pid.to_string()));
        let now = each.collect::<Result<Vec<_>>>()?;
        if now == last {
            return Ok(now);
        }
        last = now;
    }
    bail!("the children do not come to rest")
}

/// What a process shares with no other, and its page tables, in KiB.
fn memory(pid: &str) -> Result<[f64; 2]> {
    let file = format!("/proc/{pid}/smaps_rollup");
    let private = kib(&file, "Private_Clean")? + kib(&file, "Private_Dirty")?;
    Ok([private, kib(&format!("/proc/{pid}/status"), "VmPTE")?])
}

fn descriptors() -> Result<f64> {
    Ok(fs::read_dir("/proc/self/fd")?.count() as f64)
}
