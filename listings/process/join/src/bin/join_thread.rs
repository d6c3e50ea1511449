use std::io::{Read, Write, pipe};
use std::thread::spawn;

use anyhow::Result;
use multiprocessing::{Process, exit};

fn main() -> Result<()> {
    let (mut oven, mut hot) = pipe()?;
    let mut baker = Process::new(move || {
        oven.read_exact(&mut [0]).expect("the oven gets hot");
        exit(3);
    });
    baker.start()?;

    let child = baker.child()?; // ①
    let waiter = spawn(move || {
        child.join()?; // ②
        println!("thread: the baker has ended");
        child.exitcode()
    });
    println!("main: the shop is open"); // ③
    hot.write_all(b"!")?;
    let code = waiter.join().expect("the thread does not panic")?;
    assert_eq!(baker.exitcode()?, code); // ④
    println!("main: {}", code.unwrap_or_default());
    Ok(())
}
