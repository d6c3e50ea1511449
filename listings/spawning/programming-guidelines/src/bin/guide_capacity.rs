use std::io::{Read, Write, pipe};
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let (_hatch, mut belt) = pipe()?; // ①
    let (mut counter, mut tick) = pipe()?;
    let mut baker = Process::new(move || {
        while belt.write_all(&[b'o'; 1024]).is_ok() {
            tick.write_all(b"!").expect("the parent counts");
        }
    })
    .with_daemon(true);
    baker.start()?;
    baker.join_timeout(Duration::from_millis(200))?; // ②
    baker.terminate()?;
    let mut ticks = Vec::new();
    counter.read_to_end(&mut ticks)?;
    println!("the pipe takes {} KiB", ticks.len());
    Ok(())
}
