use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let (mut plate, mut waiter) = pipe()?;
    let mut guest = Process::new(move || {
        plate.read_exact(&mut [0]).expect("the soup comes"); // ①
    });
    let alive = |yes| if yes { "alive" } else { "not alive" };

    println!("before start: {}", alive(guest.is_alive()?));
    guest.start()?;
    println!("after start:  {}", alive(guest.is_alive()?)); // ②
    waiter.write_all(b"!")?;
    guest.join()?;
    println!("after join:   {}", alive(guest.is_alive()?)); // ③
    Ok(())
}
