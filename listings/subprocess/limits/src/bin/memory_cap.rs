use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use limits::limit;
use nix::sys::resource::Resource::RLIMIT_AS;

const MIB: u64 = 1 << 20;

fn main() -> Result<()> {
    let mut dd = Command::new("dd");
    dd.arg("if=/dev/null").arg(format!("bs={}", 512 * MIB)); // ①
    dd.stderr(Stdio::null());
    let status = dd.status().context("cannot run dd")?;
    println!("no limit: {status}");
    limit(&mut dd, RLIMIT_AS, 256 * MIB, 256 * MIB);
    let status = dd.status().context("cannot run dd")?;
    println!("256 MiB:  {status}"); // ②
    Ok(())
}
