use std::fs::read_to_string;

use anyhow::{Context, Result};
use multiprocessing::Process;

/// MiB of memory that this process has in use, as the kernel sees it.
fn resident() -> Result<usize> {
    let status = read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("RssAnon:"));
    let kib = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(kib.context("no line RssAnon:")?.parse::<usize>()? / 1024)
}

/// Makes 100,000 parcels of 1,000 bytes, and keeps one in a thousand.
fn sort_parcels() -> Vec<Vec<u8>> {
    let parcels: Vec<_> = (0..100_000).map(|_| vec![1_u8; 1000]).collect();
    parcels.into_iter().step_by(1000).collect() // ①
}

fn main() -> Result<()> {
    let before = resident()?;
    let has_grown = || resident().map(|now| now > before + 50); // ②

    let mut child = Process::new(|| drop(sort_parcels()));
    child.start()?;
    child.join()?;
    println!("sorted by a child, 50 MiB more than before: {}", has_grown()?);

    let kept = sort_parcels();
    println!("sorted by itself,  50 MiB more than before: {}", has_grown()?);
    println!("parcels kept: {}", kept.len());
    Ok(())
}
