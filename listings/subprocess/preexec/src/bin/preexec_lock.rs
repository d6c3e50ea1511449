use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::sync::{Arc, Barrier, Mutex};
use std::thread::Builder;

use anyhow::{Context, Result};
use nix::unistd;

fn main() -> Result<()> {
    let oven = Arc::new(Mutex::new(()));
    let meet = Arc::new(Barrier::new(2));
    let (its_oven, its_meet) = (oven.clone(), meet.clone());
    let cook = Builder::new().spawn(move || {
        let _baking = its_oven.lock(); // ①
        its_meet.wait();
        its_meet.wait(); // ④
    })?;
    let stdout = io::stdout();
    let look = move || {
        let said: &[u8] = match oven.try_lock() {
            Ok(_) => b"the oven is free\n",
            Err(_) => b"the oven is locked, for ever\n", // ③
        };
        unistd::write(&stdout, said)?;
        Ok(())
    };
    let mut program = Command::new("true");
    // SAFETY: std's `try_lock` on Linux is an atomic, `write` a system call.
    unsafe { program.pre_exec(look) };
    meet.wait();
    let status = program.status(); // ②
    meet.wait();
    cook.join().unwrap();
    status.context("cannot run true").map(drop)
}
