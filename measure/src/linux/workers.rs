//! Threads or processes: 1, 2, 4, 8 workers that compute or that wait. Each
//! worker does the same amount, and the speed-up is how many times as fast the
//! workers are together as the same work one after the other.

use std::hint::black_box;
use std::thread::{self, sleep};
use std::time::Duration;

use anyhow::{Error, Result};

use super::child::Child;
use super::python::Python;
use super::results::Results;
use super::rounds::{Rounds, time};

const ROUNDS: usize = 15;
const WORKERS: [usize; 4] = [1, 2, 4, 8];
/// What one worker takes alone.
const MILLISECONDS: u64 = 50;

pub fn run(results: &mut Results) -> Result<()> {
    let amount = calibrate()?;
    let theirs = ask_python(&format!("calibrate {MILLISECONDS}"))?;
    let mut rounds = Rounds::new("workers");
    for (kind, amount, theirs) in [
        ("compute", amount, theirs as u64),
        ("wait", MILLISECONDS, MILLISECONDS),
    ] {
        let work = match kind {
            "compute" => compute,
            _ => wait,
        };
        rounds.time(format!("rust-{kind}"), 1, move || {
            work(amount);
            Ok(())
        });
        let request = format!("alone {kind} {theirs}");
        rounds.add(format!("python-{kind}"), move || ask_python(&request));
        for count in WORKERS {
            rounds.time(format!("{kind}.rust-threads.{count}"), 1, move || {
                threads(count, work, amount)
            });
            rounds.time(
                format!("{kind}.rust-processes.{count}"),
                1,
                move || processes(count, work, amount),
            );
            for how in ["threads", "processes"] {
                let request = format!("together {kind} {theirs} {how} {count}");
                let name = format!("{kind}.python-{how}.{count}");
                rounds.add(name, move || ask_python(&request));
            }
        }
    }
    let samples = rounds.run(ROUNDS)?;
    for name in samples.names() {
        let mut parts = name.split('.');
        let (Some(kind), Some(who), Some(count)) =
            (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let language = who.split('-').next().unwrap_or_default();
        let alone = format!("{language}-{kind}");
        let count: f64 = count.parse()?;
        let speed_up = samples.ratio(&alone, name);
        let speed_up = speed_up.into_iter().map(|ratio| count * ratio);
        results.put(format!("workers.{name}"), "×", speed_up.collect());
    }
    results.put_noise(&samples);
    Ok(())
}

/// Asks a fresh interpreter: where its memory happens to be makes it quicker or
/// slower, and one that stays would be so in all rounds.
fn ask_python(request: &str) -> Result<f64> {
    Python::start("workers.py")?.ask_one(request)
}

/// Counts the primes below a bound, one division after the other.
fn compute(bound: u64) {
    let prime = |n: &u64| {
        (2..*n).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d))
    };
    black_box((2..black_box(bound)).filter(prime).count());
}

fn wait(milliseconds: u64) {
    sleep(Duration::from_millis(milliseconds));
}

/// The bound that takes one worker as long as it should.
fn calibrate() -> Result<u64> {
    let mut bound = 10_000;
    loop {
        let took = time(1, || {
            compute(bound);
            Ok(())
        })?;
        if took >= MILLISECONDS as f64 * 1000.0 {
            return Ok(bound);
        }
        bound += bound / 8;
    }
}

fn threads(count: usize, work: fn(u64), amount: u64) -> Result<()> {
    let mut threads = Vec::new();
    for _ in 0..count {
        threads.push(thread::Builder::new().spawn(move || work(amount))?);
    }
    for thread in threads {
        thread.join().map_err(|_| Error::msg("a thread panicked"))?;
    }
    Ok(())
}

fn processes(count: usize, work: fn(u64), amount: u64) -> Result<()> {
    let mut children = Vec::new();
    for _ in 0..count {
        children.push(Child::fork(|| work(amount))?);
    }
    children.into_iter().try_for_each(Child::wait)
}
