use std::collections::BTreeSet;
use std::io::{self, Write, pipe, read_to_string};
use std::thread::{Builder, scope};

use anyhow::{Context, Result};
use multiprocessing::Process;

/// Counts the primes of one quarter: a line with the count, and who counted.
fn count(quarter: u32) -> String {
    let is_prime = |n: &u32| *n > 1 && (2..*n).all(|d| !n.is_multiple_of(d));
    let primes = (500 * quarter..500 * (quarter + 1)).filter(is_prime);
    format!("{} {}\n", primes.count(), std::process::id()) // ①
}

fn report(workers: &str, lines: &str) -> Result<()> {
    let (mut sum, mut pids) = (0, BTreeSet::new());
    for line in lines.lines() {
        let (primes, pid) = line.split_once(' ').context("a line is cut")?;
        sum += primes.parse::<u32>()?;
        pids.insert(pid);
    }
    println!("4 {workers}: {sum} primes; PIDs: {}", pids.len());
    Ok(())
}

fn main() -> Result<()> {
    let lines: io::Result<String> = scope(|threads| {
        let start = |n| Builder::new().spawn_scoped(threads, move || count(n));
        let started: io::Result<Vec<_>> = (0..4).map(start).collect(); // ②
        Ok(started?.into_iter().map(|thread| thread.join().unwrap()).collect())
    });
    report("threads", &lines?)?;
    let (answers, answer) = pipe()?;
    for n in 0..4 {
        let send = || (&answer).write_all(count(n).as_bytes()).expect("a pipe");
        Process::new(send).start()?; // ③
    }
    drop(answer);
    report("processes", &read_to_string(answers)?) // ④
}
