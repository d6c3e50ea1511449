//! CPython's own tests, asked of the book's Rust. A case is called as the method
//! in CPython 3.11's test suite; where Rust differs on purpose, the case asserts
//! the difference and says why.
//!
//! Forking in a threaded test harness hides failures, so each case runs in a
//! process of its own with one thread, under the supervisor of the listings: it
//! may leave nothing behind.

#[path = "conformance/failures.rs"]
mod failures;
#[path = "conformance/process.rs"]
mod process;
#[path = "conformance/strain.rs"]
mod strain;
#[path = "conformance/subprocess.rs"]
mod subprocess;
#[path = "support/supervise.rs"]
mod supervise;

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use libtest_mimic::{Arguments, Trial};

type Outcome = Result<(), Box<dyn Error>>;
type Case = (&'static str, fn() -> Outcome);

const ASKED: &str = "--case";

fn main() {
    process::before_guard();
    process::guard();
    supervise::if_asked();
    let python = || process::CASES.iter().chain(subprocess::CASES);
    let asked = || python().chain(strain::CASES);
    let helpers = || failures::CASES.iter().chain(subprocess::HELPERS);
    let cases = || asked().chain(helpers());
    let mut args = env::args().skip(1);
    if args.next().as_deref() == Some(ASKED) {
        let name = args.next().unwrap_or_default();
        let case = cases().find(|(case, _)| *case == name);
        let (_, case) = case.expect("a case of that name");
        match case() {
            Ok(()) => return,
            Err(error) => {
                eprintln!("{error}");
                std::process::exit(1);
            }
        }
    }
    let arguments = Arguments::from_args();
    let mut trials: Vec<Trial> = asked()
        .map(|(name, _)| {
            Trial::test(*name, move || match run(&[], name)? {
                (status, _) if status == "exit status: 0" => Ok(()),
                (status, output) => Err(format!("{status}; {output}").into()),
            })
        })
        .collect();
    trials.extend(failures::trials());
    libtest_mimic::run(&arguments, trials).exit();
}

/// Runs a case, below a program such as `strace`, and gives its exit status and
/// what it prints. What it leaves behind is an error.
fn run(
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
fn children_of_this_process() -> Result<Vec<i32>, Box<dyn Error>> {
    let me = std::process::id();
    let list = format!("/proc/{me}/task/{me}/children");
    let list = std::fs::read_to_string(Path::new(&list))?;
    Ok(list.split_whitespace().map(str::parse).collect::<Result<_, _>>()?)
}

/// Fails with a text, as an `assert!` that a caller can still clean up after.
fn ensure(condition: bool, what: &str) -> Outcome {
    match condition {
        true => Ok(()),
        false => Err(what.into()),
    }
}
