use std::hint::black_box;
use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let (mut parent, mut bell) = pipe()?;
    let mut counter = Process::new(move || {
        bell.write_all(b"!").expect("the parent listens");
        let mut sheep: u64 = 0;
        loop {
            sheep = black_box(sheep).wrapping_add(1); // ①
        }
    })
    .with_daemon(true);
    counter.start()?;
    parent.read_exact(&mut [0])?; // ②
    counter.kill()?;
    counter.join()?;
    let code = counter.exitcode()?.unwrap_or(0);
    println!("the counter has ended: exit code {code}");
    Ok(())
}
