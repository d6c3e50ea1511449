use std::collections::BTreeMap;

use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Evening {
    income: [f64; 4],
    tips: [Option<Option<u32>>; 3],       // ①
    seats: BTreeMap<(u32, char), String>, // ②
}

fn read(evening: Evening) {
    println!("{:?}", evening.income);
    let tips = evening.tips.map(|tip| match tip {
        None => "not asked",
        Some(None) => "no tip",
        Some(Some(_)) => "a tip",
    });
    println!("{}", tips.join(", "));
    for ((table, seat), guest) in evening.seats {
        println!("table {table}, seat {seat}: {guest}");
    }
}

const READ: Target<Evening> = Target::new("read", read);

fn main() -> Result<()> {
    guard(&[&READ])?;
    let income = [117.63331139400017, -0.0, f64::INFINITY, f64::NAN];
    let tips = [None, Some(None), Some(Some(5))];
    let guests = [((1, 'a'), "Ada".to_owned()), ((2, 'b'), "Bob".to_owned())];
    let evening = Evening { income, tips, seats: BTreeMap::from(guests) };
    let child = Process::call(&READ, evening);
    let mut child = child.with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    Ok(())
}
