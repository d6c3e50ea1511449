use std::io::{Read, Write, pipe};
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let (mut oven, mut heater) = pipe()?;
    let mut child = Process::new(move || {
        oven.read_exact(&mut [0]).expect("the oven gets hot"); // ①
        println!("child:  the bread is baked");
    });
    child.start()?;
    if !child.join_timeout(Duration::from_millis(100))? {
        println!("parent: still baking after 0.1 s"); // ②
    }
    heater.write_all(b"!")?;
    child.join()?; // ③
    child.join()?; // ④
    let code = child.exitcode()?.unwrap_or(-1);
    println!("parent: done, the exit code is {code}");
    Ok(())
}
