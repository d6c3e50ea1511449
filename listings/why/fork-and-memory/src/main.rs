use std::hint::black_box;

use anyhow::{Context, Result};
use multiprocessing::Process;
use nix::sys::prctl::set_thp_disable;
use nix::sys::resource::{UsageWho::RUSAGE_SELF, getrusage};
use nix::unistd::{SysconfVar, sysconf};

/// Writes to each page of the shelf: the faults that one page takes.
fn write(shelf: &mut [u8], page: usize) -> Result<u64> {
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
    set_thp_disable(true)?; // ①
    let page = sysconf(SysconfVar::PAGE_SIZE)?.context("no pages")? as usize;
    let mut shelf = vec![1_u8; 16 << 20];
    println!("before the fork: {}", write(&mut shelf, page)?);

    let mut child = Process::new(|| ()); // ②
    child.start()?;
    child.join()?;
    println!("after the fork:  {}", write(&mut shelf, page)?); // ③
    println!("once more:       {}", write(&mut shelf, page)?); // ④
    Ok(())
}
