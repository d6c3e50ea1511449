use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;
use nix::sys::signal::{SigSet, Signal, kill};
use nix::unistd::{Pid, pause};

/// Does a shop end whose radio inherits a blocked SIGTERM?
fn shop_ends(unblock: bool) -> Result<bool> {
    let (mut is_on, mut on) = pipe()?;
    let mut shop = Process::new(|| {
        let term = SigSet::from(Signal::SIGTERM);
        term.thread_block().expect("a valid set"); // ①
        let mut radio = Process::new(|| {
            if unblock {
                term.thread_unblock().expect("a valid set"); // ②
            }
            pause();
        })
        .with_daemon(true);
        radio.start().expect("a radio");
        let pid = radio.pid().ok().flatten().expect("the radio runs");
        on.write_all(&pid.to_ne_bytes()).expect("main reads");
    }); // ③
    shop.start()?;
    let mut pid = [0; 4];
    is_on.read_exact(&mut pid)?;
    let ends = shop.join_timeout(std::time::Duration::from_millis(500))?; // ④
    if !ends {
        kill(Pid::from_raw(i32::from_ne_bytes(pid)), Signal::SIGKILL)?;
    }
    shop.join()?;
    Ok(ends)
}

fn main() -> Result<()> {
    println!("blocked:   the shop ends: {}", shop_ends(false)?);
    println!("unblocked: the shop ends: {}", shop_ends(true)?);
    Ok(())
}
