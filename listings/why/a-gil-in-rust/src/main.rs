use std::time::Duration;

use a_gil_in_rust::gil::Gil;
use a_gil_in_rust::seen::{Seen, shared};
use a_gil_in_rust::{cook, crew};
use anyhow::Result;

fn report(who: &str, pids: usize, seen: &Seen) {
    let (at_work, inside) = (seen.at_work.most(), seen.inside.most());
    println!("{who:22} {pids:5} {at_work:8} {inside:7}");
}

fn main() -> Result<()> {
    println!("{:22}  PIDs  at work  inside", "");
    let seen = shared()?;
    let gil = Gil { interval: Duration::MAX, ..Gil::default() };
    let pids = crew::threads(gil, |gil| cook(gil, seen, 1))?; // ①
    report("threads, never asked", pids, seen);

    let seen = shared()?;
    let gil = Gil { interval: Duration::from_millis(5), ..Gil::default() };
    let pids = crew::threads(gil, |gil| cook(gil, seen, 4))?; // ②
    report("threads, asked in 5 ms", pids, seen);

    let seen = shared()?;
    let pids = crew::processes(&Gil::default(), |gil| cook(gil, seen, 4))?;
    report("processes", pids, seen); // ③
    Ok(())
}
