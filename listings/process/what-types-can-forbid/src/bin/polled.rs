use std::io::{Read, Write, pipe};

use anyhow::Result;
use what_types_can_forbid::{Polled, Process};

fn main() -> Result<()> {
    let (mut oven, mut heater) = pipe()?;
    let mut loaf = Process::new(move || {
        oven.read_exact(&mut [0]).expect("the oven gets hot");
    });
    loaf.set_daemon(true)?;
    match loaf.start()?.poll()? {
        Polled::Started(baking) => {
            println!("still baking");
            heater.write_all(b"!")?;
            println!("exit code {}", baking.join()?.exitcode());
        }
        Polled::Ended(baked) => println!("exit code {}", baked.exitcode()),
    }
    Ok(())
}
