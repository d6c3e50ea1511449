use std::sync::OnceLock;

use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};

static TABLE: OnceLock<Vec<u64>> = OnceLock::new();

fn table() -> &'static [u64] {
    TABLE.get_or_init(|| {
        println!("the table is made");
        (0..1000).map(|n| n * n).collect()
    })
}

fn look_up(n: usize) {
    println!("{n} times {n} is {}", table()[n]);
}

const LOOK_UP: Target<usize> = Target::new("look_up", look_up);

fn main() -> Result<()> {
    table(); // ①
    guard(&[&LOOK_UP])?;
    for method in [StartMethod::ForkServer, StartMethod::Spawn] {
        println!("{method:?}");
        for n in [12, 13] {
            let child = Process::call(&LOOK_UP, n);
            let mut child = child.with_start_method(method);
            child.start()?;
            child.join()?;
        }
    }
    Ok(())
}
