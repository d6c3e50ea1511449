//! A case that runs in a process of its own, with one thread.

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use crate::supervise;

pub type Outcome = Result<(), Box<dyn Error>>;
pub type Case = (&'static str, fn() -> Outcome);

/// What a test binary is given that shall run one case, before its name.
pub const ASKED: &str = "--case";

/// Runs a case, below a program such as `strace`, and gives its exit status and
/// what it prints. What it leaves behind is an error.
pub fn run(
    below: &[OsString],
    case: &str,
) -> Result<(String, String), Box<dyn Error>> {
    let me = env::current_exe()?.into_os_string();
    let case = [me, OsString::from(ASKED), OsString::from(case)];
    let command: Vec<OsString> = below.iter().cloned().chain(case).collect();
    let dir = tempfile::tempdir()?;
    let limits = supervise::Limits {
        whole: Duration::from_secs(20),
        grace: Duration::ZERO,
    };
    let run = supervise::run(&command, dir.path(), &[], limits)?;
    match run.problem {
        Some(problem) => Err(format!("{problem}\n{}", run.output).into()),
        None => Ok((run.status, run.output)),
    }
}

/// The PIDs of this process's children, by the kernel's own list (Linux).
pub fn children_of_this_process() -> Result<Vec<i32>, Box<dyn Error>> {
    let me = std::process::id();
    let list = format!("/proc/{me}/task/{me}/children");
    let list = std::fs::read_to_string(Path::new(&list))?;
    Ok(list.split_whitespace().map(str::parse).collect::<Result<_, _>>()?)
}

/// Fails with a text, as an `assert!` that a caller can still clean up after.
pub fn ensure(condition: bool, what: &str) -> Outcome {
    match condition {
        true => Ok(()),
        false => Err(what.into()),
    }
}
