use std::io::{Read, Write, pipe};
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::{Process, exit};

fn main() -> Result<()> {
    let (mut oven, mut heater) = pipe()?;
    let mut cake = Process::new(move || {
        oven.read_exact(&mut [0]).expect("the oven gets hot");
        exit(3); // ①
    });
    println!("before start:  {}", shown(&cake)?); // ②
    cake.start()?;
    println!("while running: {}", shown(&cake)?);
    heater.write_all(b"!")?;
    cake.join()?;
    println!("after exit(3): {}", shown(&cake)?); // ③

    let minute = Duration::from_secs(60);
    let mut stew = Process::new(|| sleep(minute)).with_daemon(true);
    stew.start()?;
    stew.terminate()?;
    stew.join()?;
    println!("after SIGTERM: {}", shown(&stew)?); // ④
    Ok(())
}

fn shown(child: &Process) -> Result<String> {
    Ok(child.exitcode()?.map_or("None".to_owned(), |code| code.to_string()))
}
