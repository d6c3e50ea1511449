//! A forked child, waited for in any case.

use std::fs;

use anyhow::{Context, Result, ensure};
use nix::libc;
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::{ForkResult, Pid, fork};

/// A child of a bare `fork`. Dropped before it has ended, it is killed.
pub struct Child(Option<Pid>);

impl Child {
    /// Forks a child that does this work and ends.
    pub fn fork(work: impl FnOnce()) -> Result<Self> {
        // SAFETY: this program has one thread whenever it forks; each round
        // makes sure that none is left behind.
        match unsafe { fork() }.context("cannot fork")? {
            ForkResult::Child => {
                work();
                // SAFETY: `_exit` has no precondition.
                unsafe { libc::_exit(0) }
            }
            ForkResult::Parent { child } => Ok(Child(Some(child))),
        }
    }

    pub fn pid(&self) -> i32 {
        self.0.map_or(0, Pid::as_raw)
    }

    /// Waits for a child that ends with status 0.
    pub fn wait(mut self) -> Result<()> {
        if let Some(pid) = self.0.take() {
            let status = waitpid(pid, None)?;
            let good = matches!(status, WaitStatus::Exited(_, 0));
            ensure!(good, "a child ended by {status:?}");
        }
        Ok(())
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if let Some(pid) = self.0 {
            let _ = kill(pid, Signal::SIGKILL);
            let _ = waitpid(pid, None);
        }
    }
}

/// The sum of the lines of a file in `/proc` that begin so, in KiB.
pub fn kib(file: &str, beginning: &str) -> Result<f64> {
    let text = fs::read_to_string(file).with_context(|| file.to_owned())?;
    let lines = text.lines().filter(|line| line.starts_with(beginning));
    let numbers = lines.map(|line| {
        line.split_whitespace().nth(1).unwrap_or_default().parse::<f64>()
    });
    let sum: Result<f64, _> = numbers.sum();
    sum.with_context(|| format!("{beginning} in {file}"))
}
