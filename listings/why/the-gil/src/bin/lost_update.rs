use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, scope};

use anyhow::Result;

fn main() -> Result<()> {
    let order = Ordering::SeqCst;
    let balance = AtomicU32::new(0);
    scope(|threads| -> Result<()> {
        let seen = balance.load(order);
        let deposit = || balance.store(balance.load(order) + 1, order);
        let alan = Builder::new().spawn_scoped(threads, deposit)?;
        alan.join().expect("Alan deposits"); // ①
        balance.store(seen + 1, order); // ②
        Ok(())
    })?;
    println!("two deposits, no lock:  {}", balance.into_inner());

    let balance = Mutex::new(0);
    scope(|threads| -> Result<()> {
        let mut ada = balance.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = *ada;
        let deposit = || {
            *balance.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        };
        Builder::new().spawn_scoped(threads, deposit)?; // ③
        *ada = seen + 1;
        Ok(())
    })?;
    println!("two deposits, one lock: {}", balance.into_inner()?);
    Ok(())
}
