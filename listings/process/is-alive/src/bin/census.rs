use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;

fn alive(guests: &[Process]) -> Result<usize> {
    let mut count = 0;
    for guest in guests {
        if guest.is_alive()? {
            count += 1;
        }
    }
    Ok(count)
}

fn main() -> Result<()> {
    let mut guests = Vec::new();
    let mut waiters = Vec::new();
    for _ in 0..3 {
        let (mut plate, waiter) = pipe()?;
        let mut guest = Process::new(move || {
            plate.read_exact(&mut [0]).expect("the soup comes");
        })
        .with_daemon(true);
        guest.start()?;
        guests.push(guest);
        waiters.push(waiter);
    }
    println!("at the table: {}", alive(&guests)?);
    for (guest, waiter) in guests.iter().zip(&mut waiters) {
        waiter.write_all(b"!")?;
        guest.join()?;
        println!("at the table: {}", alive(&guests)?);
    }
    Ok(())
}
