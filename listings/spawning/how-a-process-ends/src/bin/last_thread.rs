use std::io::{Read, Write, pipe};
use std::thread;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let (mut bell, mut rope) = pipe()?;
    let held = bell.try_clone()?;
    let mut child = Process::new(move || {
        let serve = move || {
            bell.read_exact(&mut [0]).expect("the bell rings");
            println!("thread: the soup is served");
        };
        thread::Builder::new().spawn(serve).expect("a thread"); // ①
        println!("child:  the work is done");
    });
    child.start()?;
    let ended = child.join_timeout(Duration::from_secs(5))?;
    println!("parent: the child has ended: {ended}"); // ②
    rope.write_all(b"!")?;
    child.join()?;
    println!("parent: exit code {}", child.exitcode()?.unwrap_or(-1));
    drop(held); // ③
    Ok(())
}
