use std::io::pipe;

use anyhow::{Result, ensure};
use duct::cmd;
use nix::errno::Errno;
use nix::sys::wait::{WaitPidFlag, wait, waitpid};

fn main() -> Result<()> {
    let (towns, writer) = pipe()?;
    let cat = cmd!("cat").stdin_file(towns);
    let error = cat.pipe(cmd!("sort-towns")).run().err(); // ①
    let left = waitpid(None, Some(WaitPidFlag::WNOHANG)); // ②
    drop(writer);
    while wait().is_ok() {} // ③
    let errno = error.and_then(|error| error.raw_os_error());
    let errno = errno.map(Errno::from_raw);
    ensure!(errno == Some(Errno::ENOENT), "cannot run it: {errno:?}");
    println!("no such program: sort-towns");
    println!("cat still runs: {}", left.is_ok());
    Ok(())
}
