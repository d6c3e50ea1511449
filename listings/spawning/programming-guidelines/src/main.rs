use std::io::{Read, Write, pipe};
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let (mut hatch, mut belt) = pipe()?;
    let mut baker = Process::new(move || {
        let loaves = vec![b'o'; 1024 * 1024];
        belt.write_all(&loaves).expect("somebody eats"); // ①
    })
    .with_daemon(true); // ②
    baker.start()?;
    if !baker.join_timeout(Duration::from_millis(200))? {
        println!("after 0.2 s the baker still bakes"); // ③
    }
    let mut loaves = Vec::new();
    hatch.read_to_end(&mut loaves)?; // ④
    println!("{} loaves are here", loaves.len());
    baker.join()?;
    let code = baker.exitcode()?.unwrap_or(-1);
    println!("the baker has gone home, exit code {code}");
    Ok(())
}
