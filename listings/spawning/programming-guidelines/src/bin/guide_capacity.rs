use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;
use nix::fcntl::{FcntlArg, OFlag, fcntl};

fn main() -> Result<()> {
    let (_hatch, mut belt) = pipe()?; // ①
    let (mut counter, mut tick) = pipe()?;
    fcntl(&belt, FcntlArg::F_SETFL(OFlag::O_NONBLOCK))?; // ②
    let mut baker = Process::new(move || {
        while belt.write_all(&[b'o'; 1024]).is_ok() {
            tick.write_all(b"!").expect("the parent counts");
        }
    });
    baker.start()?;
    baker.join()?;
    let mut ticks = Vec::new();
    counter.read_to_end(&mut ticks)?;
    println!("the pipe takes {} KiB", ticks.len());
    Ok(())
}
