use std::io::{Read, Write, pipe};

use anyhow::Result;
use function_style::start;
use nix::sys::wait::waitpid;

fn main() -> Result<()> {
    let (mut gate, mut key) = pipe()?;
    let fifth = start(|| {
        gate.read_exact(&mut [0]).expect("the parent opens"); // ①
        println!("no. 5 is o");
    })?;
    let sixth = start(|| println!("no. 6 is n"))
        .and_then(|child| Ok(waitpid(child, None)?)); // ②
    key.write_all(b"!")?; // ③
    waitpid(fifth, None)?;
    sixth?;
    Ok(())
}
