use std::env;
use std::process::Command;

use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};

fn boil(minutes: u32) {
    let again = guard(&[&BOIL]); // ①
    println!("boiling for {minutes} minutes, guard: {again:?}");
}

const BOIL: Target<u32> = Target::new("boil", boil);
const STEAM: Target<u32> = Target::new("boil", |_| ());

fn main() -> Result<()> {
    if env::args().nth(1).as_deref() == Some("twice") {
        println!("{:?}", guard(&[&BOIL, &STEAM])); // ②
        return Ok(());
    }
    guard(&[&BOIL])?;
    let child = Process::call(&BOIL, 3);
    let mut child = child.with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    for argument in ["twice", "--multiprocessing-spawn"] {
        let status =
            Command::new(env::current_exe()?).arg(argument).status()?;
        println!("{argument}: {status}"); // ③
    }
    Ok(())
}
