use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng, rng};

/// Do two children draw the same number?
fn same(mut draw: impl FnMut() -> u64) -> Result<bool> {
    let (mut numbers, mut out) = pipe()?;
    for _ in 0..2 {
        let mut child = Process::new(|| {
            let drawn = draw().to_ne_bytes();
            out.write_all(&drawn).expect("main reads");
        });
        child.start()?;
        child.join()?;
    }
    let [mut first, mut second] = [[0; 8]; 2];
    numbers.read_exact(&mut first)?;
    numbers.read_exact(&mut second)?;
    Ok(first == second)
}

fn main() -> Result<()> {
    let mut dice = StdRng::seed_from_u64(7);
    println!("a generator of ours:    {}", same(|| dice.next_u64())?); // ①
    println!("rng(), new in a child:  {}", same(|| rng().next_u64())?); // ②
    rng().next_u64();
    println!("rng(), used before:     {}", same(|| rng().next_u64())?); // ③
    let reseeded = || {
        rng().reseed().expect("the kernel has random numbers"); // ④
        rng().next_u64()
    };
    println!("rng(), reseeded:        {}", same(reseeded)?);
    Ok(())
}
