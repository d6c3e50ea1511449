use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};

fn boil(minutes: u32) {
    println!("boiling for {minutes} minutes"); // ③
}

const BOIL: Target<u32> = Target::new("boil", boil);

fn main() -> Result<()> {
    println!("before the guard"); // ①
    guard(&[&BOIL])?;
    println!("after the guard"); // ②
    let child = Process::call(&BOIL, 3);
    let mut child = child.with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    Ok(())
}
