//! The command: which experiments, in which order, and what becomes of them.

mod child;
mod large_parent;
mod machine;
mod memory;
mod python;
mod reading;
mod results;
mod returning;
mod roles;
mod rounds;
mod start;
mod waiting;
mod workers;

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail, ensure};
use multiprocessing::guard;

use results::Results;

/// An experiment adds its numbers under its name: `start.fork.time`.
type Experiment = fn(&mut Results) -> Result<()>;

const EXPERIMENTS: [(&str, Experiment); 7] = [
    ("start", start::run),
    ("large-parent", large_parent::run),
    ("memory", memory::run),
    ("waiting", waiting::run),
    ("returning", returning::run),
    ("reading", reading::run),
    ("workers", workers::run),
];

pub fn main() -> ExitCode {
    // Some children are fresh runs of this program. Each of these four lines
    // ends the ones that are its own.
    procspawn::init();
    guard(&[&start::NOTHING, &memory::PAUSE]).expect("two names");
    start::if_rusty_fork();
    roles::if_asked();
    match run(&env::args().skip(1).collect::<Vec<String>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(names: &[String]) -> Result<()> {
    let known = EXPERIMENTS.map(|(name, _)| name);
    for name in names {
        ensure!(
            known.contains(&name.as_str()),
            "no experiment is called {name:?}; there are {}",
            known.join(", ")
        );
    }
    if cfg!(debug_assertions) {
        bail!("measure what is optimised: cargo run --release -p measure");
    }
    let begin = Instant::now();
    let mut results = Results::new(machine::facts()?);
    for (name, experiment) in EXPERIMENTS {
        if names.is_empty() || names.iter().any(|n| n == name) {
            experiment(&mut results)?;
        }
    }
    print!("{results}");
    println!("{:.0} s", begin.elapsed().as_secs_f64());
    let noisy = results.too_noisy();
    ensure!(
        noisy.is_empty(),
        "the machine is too noisy to tell: a reference differs from itself in \
         {}; nothing is written. Wait until it is quiet, or run the program as \
         root under `chrt -f 1`",
        noisy.join(", ")
    );
    if names.is_empty() {
        println!("{} is written", results.write()?.display());
    }
    Ok(())
}
