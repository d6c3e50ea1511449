//! Rounds: variants that take turns.

use std::collections::BTreeMap;
use std::fs;
use std::io::{IsTerminal, Write, stderr};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// What a variant says in one round: names and numbers.
pub type Said = Vec<(String, f64)>;

/// The variants of one experiment. The first is the reference.
pub struct Rounds<'a> {
    name: &'static str,
    variants: Vec<Box<dyn FnMut() -> Result<Said> + 'a>>,
}

impl<'a> Rounds<'a> {
    pub fn new(name: &'static str) -> Self {
        Rounds { name, variants: Vec::new() }
    }

    /// Adds a variant that says one number.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        mut run: impl FnMut() -> Result<f64> + 'a,
    ) {
        let name = name.into();
        self.add_all(move || Ok(vec![(name.clone(), run()?)]));
    }

    /// Adds a call whose time is taken, as the mean of `count` calls.
    pub fn time(
        &mut self,
        name: impl Into<String>,
        count: u32,
        mut call: impl FnMut() -> Result<()> + 'a,
    ) {
        self.add(name, move || time(count, &mut call));
    }

    /// Adds a variant that says several.
    pub fn add_all(&mut self, run: impl FnMut() -> Result<Said> + 'a) {
        self.variants.push(Box::new(run));
    }

    /// Runs all variants once to warm up, and then so many rounds.
    pub fn run(mut self, rounds: usize) -> Result<Samples> {
        let mut order: Vec<usize> = (0..self.variants.len()).collect();
        for variant in &mut self.variants {
            variant()?;
        }
        // The reference runs a second time, to be compared with itself.
        order.push(0);
        let mut samples =
            Samples { name: self.name, rounds: Vec::new(), noise: Vec::new() };
        for round in 1..=rounds {
            progress(self.name, round, rounds);
            fastrand::shuffle(&mut order);
            let mut said = BTreeMap::new();
            let mut references = Vec::new();
            for &n in &order {
                let values = self.variants[n]()?;
                if n == 0 {
                    references.push(values[0].1);
                }
                said.extend(values);
            }
            one_thread()?;
            samples.noise.push(references[1] / references[0]);
            samples.rounds.push(said);
        }
        Ok(samples)
    }
}

/// What all variants said, round by round.
pub struct Samples {
    pub name: &'static str,
    pub rounds: Vec<BTreeMap<String, f64>>,
    /// The reference's ratios to itself.
    pub noise: Vec<f64>,
}

impl Samples {
    /// The names of the numbers.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.rounds.iter().take(1).flat_map(BTreeMap::keys)
    }

    /// One number in all rounds.
    pub fn of(&self, name: &str) -> Vec<f64> {
        self.rounds.iter().map(|said| said[name]).collect()
    }

    /// The ratios of two numbers, each taken within a round.
    pub fn ratio(&self, subject: &str, reference: &str) -> Vec<f64> {
        let ratio = |said: &BTreeMap<_, _>| said[subject] / said[reference];
        self.rounds.iter().map(ratio).collect()
    }
}

/// Microseconds that one of `count` calls takes.
pub fn time(count: u32, mut call: impl FnMut() -> Result<()>) -> Result<f64> {
    let start = Instant::now();
    for _ in 0..count {
        call()?;
    }
    Ok(start.elapsed().as_secs_f64() * 1e6 / f64::from(count))
}

/// Says on one line how far it is; in a file, at the first round only.
fn progress(name: &str, round: usize, rounds: usize) {
    let mut stderr = stderr();
    let terminal = stderr.is_terminal();
    // Progress that cannot be shown is no reason to stop.
    let _ = match (terminal, round) {
        (true, n) if n == rounds => writeln!(stderr, "\r{name}: {n} rounds  "),
        (true, n) => write!(stderr, "\r{name}: round {n} of {rounds}"),
        (false, 1) => writeln!(stderr, "{name}: {rounds} rounds"),
        (false, _) => Ok(()),
    };
}

/// Children are forked, which is sound in any case if there is one thread. One
/// that was joined may take a moment to vanish.
fn one_thread() -> Result<()> {
    for _ in 0..100 {
        if fs::read_dir("/proc/self/task")?.count() == 1 {
            return Ok(());
        }
        sleep(Duration::from_millis(1));
    }
    bail!("a variant leaves a thread behind")
}
