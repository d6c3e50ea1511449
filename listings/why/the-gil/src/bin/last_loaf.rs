use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::{Builder, scope};

use anyhow::Result;

/// Takes a loaf if there is one, in one step.
fn buy(loaves: &AtomicU32) -> bool {
    let order = Ordering::SeqCst;
    loaves.fetch_update(order, order, |n| n.checked_sub(1)).is_ok() // ①
}

fn main() -> Result<()> {
    let loaves = AtomicU32::new(1);
    let sold = scope(|threads| -> Result<usize> {
        let alan = Builder::new().spawn_scoped(threads, || buy(&loaves))?;
        let ada = buy(&loaves);
        let both = [ada, alan.join().expect("Alan buys")];
        Ok(both.into_iter().filter(|&has_it| has_it).count())
    })?;
    println!("sold: {sold}, left: {}", loaves.into_inner());
    Ok(())
}
