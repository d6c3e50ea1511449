use std::io::{Write, pipe, read_to_string};
use std::os::fd::AsRawFd;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use close_fds::pass;

fn main() -> Result<()> {
    let (orders, mut counter) = pipe()?;
    counter.write_all(b"rolls\nbread\ncake\n")?;
    drop(counter);
    let (sorted, into) = pipe()?;
    let path = format!("/dev/fd/{}", into.as_raw_fd());
    let mut sort = Command::new("sort");
    sort.args(["-o", &path]).stdin(Stdio::from(orders));
    pass(&mut sort, into);
    let status = sort.status().context("cannot run sort")?;
    drop(sort); // or its writing end would keep the pipe open
    println!("{status}: {:?}", read_to_string(sorted)?);
    Ok(())
}
