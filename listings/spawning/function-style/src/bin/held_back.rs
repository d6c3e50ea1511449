use std::io::{Read, Write, pipe};

use anyhow::Result;
use function_style::start;
use nix::sys::wait::waitpid;

fn main() -> Result<()> {
    let (mut gate, mut key) = pipe()?;
    let fifth = || {
        gate.read_exact(&mut [0]).expect("the parent opens"); // ①
        println!("no. 5 is o");
    };
    let sixth = || println!("no. 6 is n");
    // SAFETY: this program has one thread.
    let (fifth, sixth) = unsafe { (start(fifth)?, start(sixth)) };
    let sixth = sixth.and_then(|child| Ok(waitpid(child, None)?)); // ②
    key.write_all(b"!")?; // ③
    waitpid(fifth, None)?;
    sixth.map(drop)
}
