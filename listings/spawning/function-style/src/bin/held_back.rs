use std::io::{Read, Write, pipe};

use anyhow::{Context, Result};
use function_style::start;
use nix::sys::wait::waitpid;

fn main() -> Result<()> {
    let (mut gate, key) = pipe()?;
    let mut key = Some(key);
    let fifth = || {
        key = None; // ①
        gate.read_exact(&mut [0]).expect("the parent opens"); // ②
        println!("no. 5 is o");
    };
    let sixth = || println!("no. 6 is n");
    // SAFETY: this program has one thread.
    let (fifth, sixth) = unsafe { (start(fifth)?, start(sixth)) };
    let sixth = sixth.and_then(|child| Ok(waitpid(child, None)?)); // ③
    key.context("the parent's is still here")?.write_all(b"!")?; // ④
    waitpid(fifth, None)?;
    sixth.map(drop)
}
