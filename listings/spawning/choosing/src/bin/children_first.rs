use std::io::{BufRead, BufReader, Write, pipe};
use std::thread;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let recipe = "flour, water, salt";
    let (orders, mut till) = pipe()?;
    let mut baker = Process::new(move || {
        for order in BufReader::new(orders).lines().take(2) {
            let order = order.expect("the clerk writes text");
            println!("{order}: {recipe}"); // ①
        }
    })
    .with_daemon(true);
    baker.start()?;
    let clerk = thread::Builder::new().spawn(move || {
        till.write_all(b"rye\nspelt\n") // ②
    })?;
    clerk.join().expect("the clerk does not panic")?;
    baker.join()?;
    Ok(())
}
