use std::hint::black_box;
use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};
use nix::sys::prctl::set_thp_disable;
use nix::sys::resource::{UsageWho::RUSAGE_SELF, getrusage};
use nix::unistd::{SysconfVar, sysconf};

fn faults_a_page(shelf: &mut [u8], page: usize) -> Result<u64> {
    let before = getrusage(RUSAGE_SELF)?.minor_page_faults();
    for first in shelf.iter_mut().step_by(page) {
        *first += 1;
    }
    let faults = getrusage(RUSAGE_SELF)?.minor_page_faults() - before;
    black_box(&shelf);
    let pages = shelf.len() / page;
    Ok((faults as f64 / pages as f64).round() as u64)
}

fn main() -> Result<()> {
    set_thp_disable(true)?;
    let page = sysconf(SysconfVar::PAGE_SIZE)?.context("no pages")? as usize;
    let mut shelf = vec![1_u8; 16 << 20];

    let mut program = Command::new("true");
    program.status().context("cannot run true")?;
    println!("Command:      {}", faults_a_page(&mut shelf, page)?);

    // SAFETY: the hook does nothing.
    unsafe { program.pre_exec(|| Ok(())) };
    program.status().context("cannot run true")?;
    println!("and pre_exec: {}", faults_a_page(&mut shelf, page)?);
    Ok(())
}
