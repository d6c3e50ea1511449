use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let (mut orders, mut waiter) = pipe()?;
    let mut cook = Process::new(move || {
        orders.read_exact(&mut [0]).expect("an order comes");
        println!("cook:   the soup is ready");
    }); // ①
    let pid = cook.pid()?.map_or("none", |_| "a number");
    println!("parent: the PID is {pid}");
    print!("parent: the kitchen is "); // ②
    cook.start()?; // ③
    println!("open");
    let pid = cook.pid()?.map_or("none", |_| "a number");
    println!("parent: the PID is {pid}");
    waiter.write_all(b"!")?; // ④
    cook.join()?;
    println!("parent: thank you");
    Ok(())
}
