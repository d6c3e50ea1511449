//! What this program does when an experiment runs it as a child.

use std::env;
use std::io::{self, Write};
use std::process::exit;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};
use nix::time::{ClockId, clock_gettime};

use super::reading;

/// Does what the arguments ask for, and ends; goes on if they ask for nothing.
pub fn if_asked() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["--live", milliseconds] => live(milliseconds),
        ["--emit", bytes] => emit(bytes),
        ["--read", how, bytes] => reading::read(how, bytes),
        _ => return,
    };
    if let Err(error) = done {
        eprintln!("error: {error:#}");
        exit(1);
    }
    exit(0);
}

/// Sleeps, and says when it ends.
fn live(milliseconds: &str) -> Result<()> {
    sleep(Duration::from_millis(milliseconds.parse()?));
    print!("{}", now()?);
    io::stdout().flush()?;
    // SAFETY: `_exit` has no precondition. Nothing may delay the end now.
    unsafe { nix::libc::_exit(0) }
}

/// Nanoseconds of a clock that is the same in every process.
pub fn now() -> Result<i64> {
    let time = clock_gettime(ClockId::CLOCK_MONOTONIC)?;
    Ok(time.tv_sec() * 1_000_000_000 + time.tv_nsec())
}

/// Writes so many bytes, in blocks of 64 KiB.
fn emit(bytes: &str) -> Result<()> {
    let bytes: usize = bytes.parse().context("how many bytes?")?;
    let block = vec![b'x'; 1 << 16];
    let mut out = io::stdout().lock();
    for _ in 0..bytes / block.len() {
        out.write_all(&block)?;
    }
    Ok(())
}
