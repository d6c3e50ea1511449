use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::{Error, Process};

fn main() -> Result<()> {
    let (mut oven, mut heater) = pipe()?;
    let mut child = Process::new(move || {
        oven.read_exact(&mut [0]).expect("the oven gets hot");
    });
    child.start()?;
    if let Err(Error::StillRunning) = child.close() {
        println!("refused: the child still runs"); // ①
    }
    heater.write_all(b"!")?;
    child.join()?;
    let code = child.exitcode()?.unwrap_or(-1); // ②
    child.close()?;
    println!("closed, the exit code was {code}");
    if let Err(Error::Closed) = child.exitcode() {
        println!("refused: the exit code is forgotten"); // ③
    }
    child.close()?; // ④
    println!("closed twice");
    Ok(())
}
