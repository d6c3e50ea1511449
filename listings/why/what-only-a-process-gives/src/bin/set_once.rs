use std::sync::OnceLock;

use anyhow::Result;
use multiprocessing::Process;

/// As in many a library: set once, for the whole process.
static DEGREES: OnceLock<u32> = OnceLock::new();

fn heat(who: &str, degrees: u32) {
    match DEGREES.set(degrees) {
        Ok(()) => println!("{who} the oven is set to {degrees}"),
        Err(_) => println!("{who} {degrees} is refused"), // ①
    }
}

fn main() -> Result<()> {
    for degrees in [180, 220] {
        let mut baker = Process::new(|| heat("child: ", degrees)); // ②
        baker.start()?;
        baker.join()?;
    }
    for degrees in [160, 200] {
        heat("parent:", degrees); // ③
    }
    Ok(())
}
