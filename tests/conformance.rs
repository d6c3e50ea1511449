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
#[path = "conformance/promises.rs"]
mod promises;
#[path = "conformance/strain.rs"]
mod strain;
#[path = "conformance/subprocess.rs"]
mod subprocess;

use std::env;

use libtest_mimic::{Arguments, Trial};
use support::case::{ASKED, run};
use support::supervise;

fn main() {
    process::before_guard();
    promises::before_guard();
    process::guard();
    supervise::if_asked();
    let python = || process::CASES.iter().chain(subprocess::CASES);
    let asked = || python().chain(strain::CASES).chain(promises::CASES);
    let helpers = || {
        failures::CASES
            .iter()
            .chain(subprocess::HELPERS)
            .chain(promises::HELPERS)
    };
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
