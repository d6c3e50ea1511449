use std::process::Command;

use anyhow::{Context, Result};
use nix::sys::signal::Signal::{SIGPIPE, SIGTERM, SIGUSR2, SIGXFSZ};
use nix::sys::signal::{SigHandler::SigIgn, SigSet, signal};

/// A set of signals in `/proc/PID/status`, as a number with a bit for each.
fn bits(status: &str, name: &str) -> Result<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let set = line.context("no such line")?.trim_start_matches(':').trim();
    Ok(u64::from_str_radix(set, 16)?)
}

fn main() -> Result<()> {
    // SAFETY: nothing is called for a signal that is ignored.
    unsafe { signal(SIGUSR2, SigIgn) }?; // ①
    SigSet::from(SIGTERM).thread_block()?; // ②

    let mut cat = Command::new("cat");
    let output = cat.arg("/proc/self/status").output();
    let status = String::from_utf8(output.context("cannot run cat")?.stdout)?;
    let ignored = bits(&status, "SigIgn")?;
    let blocked = bits(&status, "SigBlk")?;
    for signal in [SIGPIPE, SIGXFSZ, SIGUSR2, SIGTERM] {
        let bit = 1 << (signal as u32 - 1);
        let [ignored, blocked] = [ignored & bit != 0, blocked & bit != 0];
        println!("{signal}: ignored {ignored}, blocked {blocked}");
    }
    Ok(())
}
