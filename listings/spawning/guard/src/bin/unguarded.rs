use anyhow::Result;
use multiprocessing::{Error, Process, StartMethod, Target};

fn boil(minutes: u32) {
    println!("boiling for {minutes} minutes");
}

const BOIL: Target<u32> = Target::new("boil", boil);

fn main() -> Result<()> {
    for method in [StartMethod::Fork, StartMethod::Spawn] {
        println!("top of the program, {method:?}");
        let mut child = Process::call(&BOIL, 3).with_start_method(method);
        match child.start() {
            Err(error @ Error::NoGuard) => println!("{error}"), // ①
            started => {
                started?;
                child.join()?;
            }
        }
    }
    Ok(())
}
