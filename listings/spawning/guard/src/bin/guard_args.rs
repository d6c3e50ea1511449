use std::env;

use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};

fn boil(minutes: u32) {
    println!("boiling for {minutes} minutes");
}

const BOIL: Target<u32> = Target::new("boil", boil);

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect(); // ①
    println!("arguments: {arguments:?}");
    guard(&[&BOIL])?;
    let child = Process::call(&BOIL, 3);
    let mut child = child.with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    Ok(())
}
