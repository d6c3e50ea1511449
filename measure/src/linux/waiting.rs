//! Waiting for the end of a child, with a timeout: the delay from its end until
//! the call returns, and how often the waiting thread wakes up.

use std::env;
use std::io::{Read, Write, pipe};
use std::os::fd::{AsFd, FromRawFd, OwnedFd};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use multiprocessing::Process;
use nix::libc;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::resource::{UsageWho, getrusage};

use super::python::Python;
use super::results::Results;
use super::roles::now;
use super::rounds::{Rounds, Said};

const ROUNDS: usize = 40;
/// How long a child lives while the delay is measured, in milliseconds.
const LIVES: std::ops::Range<u64> = 5..60;
/// How long it lives while wake-ups are counted, and how often.
const LONG_LIFE: u64 = 300;
const LONG_ROUNDS: usize = 3;

/// A minute: no child lives that long.
const TIMEOUT: Duration = Duration::from_secs(60);

pub fn run(results: &mut Results) -> Result<()> {
    let python = Python::start("waiting.py")?;
    let short = variants(&python, "waiting", || fastrand::u64(LIVES))?;
    let short = short.run(ROUNDS)?;
    for name in short.names().filter(|name| name.ends_with(".delay")) {
        results.put(format!("waiting.{name}"), "µs", short.of(name));
        let ratio = short.ratio(name, "waitpid.delay");
        results.put(format!("waiting.{name}.ratio"), "×", ratio);
    }
    results.put_noise(&short);
    let long = variants(&python, "waiting-long", || LONG_LIFE)?;
    let long = long.run(LONG_ROUNDS)?;
    for name in long.names().filter(|name| name.ends_with(".wake-ups")) {
        results.put(format!("waiting.{name}"), "", long.of(name));
    }
    Ok(())
}

/// A way to wait for the end of a child.
type Wait = fn(&mut Child) -> Result<()>;

fn variants<'a>(
    python: &'a Python,
    experiment: &'static str,
    life: fn() -> u64,
) -> Result<Rounds<'a>> {
    let me = env::current_exe()?.display().to_string();
    let mut rounds = Rounds::new(experiment);
    let kinds: [(&str, Wait); 5] = [
        ("waitpid", |child| {
            child.wait()?;
            Ok(())
        }),
        ("pidfd", by_pidfd),
        ("sleep-1-ms", |child| by_sleeping(child, 1000, 1000)),
        ("sleep-10-ms", |child| by_sleeping(child, 10_000, 10_000)),
        ("sleep-doubled", |child| by_sleeping(child, 1000, 50_000)),
    ];
    for (name, wait) in kinds {
        let me = me.clone();
        rounds.add_all(move || Ok(said(name, program(&me, life(), wait)?)));
    }
    rounds.add_all(move || Ok(said("library", library(life())?)));
    rounds.add_all(move || {
        let answer = python.ask(&format!("popen {} {me}", life()))?;
        Ok(said("python-popen", [answer[0], answer[1]]))
    });
    rounds.add_all(move || {
        let answer = python.ask(&format!("join {}", life()))?;
        Ok(said("python-join", [answer[0], answer[1]]))
    });
    Ok(rounds)
}

fn said(name: &str, [delay, wake_ups]: [f64; 2]) -> Said {
    vec![
        (format!("{name}.delay"), delay),
        (format!("{name}.wake-ups"), wake_ups),
    ]
}

/// Waits for a run of this program that says when it ended.
fn program(me: &str, life: u64, wait: Wait) -> Result<[f64; 2]> {
    let mut child = Command::new(me)
        .args(["--live", &life.to_string()])
        .stdout(Stdio::piped())
        .spawn()?;
    let before = wake_ups()?;
    wait(&mut child)?;
    let (now, after) = (now()?, wake_ups()?);
    let mut end = String::new();
    child.stdout.take().context("no pipe")?.read_to_string(&mut end)?;
    child.wait()?;
    let end: i64 = end.parse().context("when did the child end?")?;
    Ok([(now - end) as f64 / 1000.0, after - before])
}

/// Waits for a `Process` of the library.
fn library(life: u64) -> Result<[f64; 2]> {
    let (mut told, mut tell) = pipe()?;
    let mut child = Process::new(|| {
        sleep(Duration::from_millis(life));
        let end = now().expect("a clock").to_ne_bytes();
        tell.write_all(&end).expect("a pipe");
    });
    child.start()?;
    let before = wake_ups()?;
    ensure!(child.join_timeout(TIMEOUT)?, "a child lives too long");
    let (now, after) = (now()?, wake_ups()?);
    let mut end = [0; 8];
    told.read_exact(&mut end)?;
    let delay = now - i64::from_ne_bytes(end);
    Ok([delay as f64 / 1000.0, after - before])
}

fn by_pidfd(child: &mut Child) -> Result<()> {
    // SAFETY: the call takes two integers.
    let fd = unsafe { libc::syscall(libc::SYS_pidfd_open, child.id(), 0) };
    ensure!(fd >= 0, "pidfd_open: {}", std::io::Error::last_os_error());
    // SAFETY: the kernel has just opened it, for nobody else.
    let pidfd = unsafe { OwnedFd::from_raw_fd(fd as i32) };
    let mut ready = [PollFd::new(pidfd.as_fd(), PollFlags::POLLIN)];
    let timeout = PollTimeout::try_from(TIMEOUT)?;
    ensure!(poll(&mut ready, timeout)? == 1, "a child lives too long");
    child.wait()?;
    Ok(())
}

/// Asks, sleeps, and asks again; the sleep doubles up to a longest one.
fn by_sleeping(child: &mut Child, first: u64, longest: u64) -> Result<()> {
    let mut microseconds = first;
    while child.try_wait()?.is_none() {
        sleep(Duration::from_micros(microseconds));
        microseconds = longest.min(2 * microseconds);
    }
    Ok(())
}

/// How often this thread has given up its processor to wait.
fn wake_ups() -> Result<f64> {
    let usage = getrusage(UsageWho::RUSAGE_THREAD)?;
    Ok(usage.voluntary_context_switches() as f64)
}
