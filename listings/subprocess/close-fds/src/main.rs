use std::io::{Write, pipe};
use std::os::fd::AsRawFd;
use std::process::Command;
use std::sync::Arc;

use anyhow::{Context, Result};
use close_fds::{inherits, pass};

fn main() -> Result<()> {
    let (read, mut write) = pipe()?; // ①
    write.write_all(b"2 rolls\n")?;
    drop(write);

    let read = Arc::new(read);
    let path = format!("/dev/fd/{}", read.as_raw_fd()); // ②
    let mut cat = Command::new("cat");
    pass(cat.arg(path), read.clone()); // ③
    cat.status().context("cannot run cat")?;
    println!("the parent's inherits: {}", inherits(&read)?); // ④
    Ok(())
}
