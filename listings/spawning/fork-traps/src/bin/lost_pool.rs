use std::io::{Read, Write, pipe};
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

fn sum() -> u32 {
    (0..=100).into_par_iter().sum()
}

fn main() -> Result<()> {
    let limit = Duration::from_millis(200);
    ThreadPoolBuilder::new().num_threads(1).build_global()?;
    println!("parent: {}", sum()); // ①

    let (mut is_here, mut here) = pipe()?;
    let mut child = Process::new(|| {
        here.write_all(b"!").expect("main reads");
        println!("child:  {}", sum()); // ②
    });
    child.start()?;
    is_here.read_exact(&mut [0])?;
    println!("child ends in time: {}", child.join_timeout(limit)?); // ③
    child.kill()?;
    child.join()?;

    let mut child = Process::new(|| {
        let own = ThreadPoolBuilder::new().num_threads(1).build(); // ④
        println!("child:  {}", own.expect("a thread").install(sum));
    });
    child.start()?;
    child.join()?;
    Ok(())
}
