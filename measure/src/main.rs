//! Measures every number of the book: `cargo run --release -p measure`.
//!
//! A whole run takes about five minutes and writes `measure/results.json`, from
//! which the pages take their tables and plots. With the names of experiments
//! (`cargo run --release -p measure -- start waiting`) it runs those alone,
//! prints what they say, and writes nothing.
//!
//! How it measures: the variants of an experiment take turns, in an order that
//! is drawn anew in each round, so that the drift of a machine hits all alike.
//! Ratios are taken within a round. What is kept are the median and the
//! quartiles over the rounds. One variant, the reference, runs twice in each
//! round: its ratio to itself should be 1, and where it is not, the machine is
//! too noisy, and nothing is written.

use std::process::ExitCode;

#[cfg(target_os = "linux")]
mod linux;

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    linux::main()
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    eprintln!("error: measure reads /proc and waits by pidfd: it needs Linux");
    ExitCode::FAILURE
}
