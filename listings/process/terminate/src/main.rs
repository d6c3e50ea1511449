use std::io::{Read, Write, pipe};
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

struct Stove;

impl Drop for Stove {
    fn drop(&mut self) {
        println!("cook:   the stove is off"); // ①
    }
}

fn main() -> Result<()> {
    let (mut parent, mut bell) = pipe()?;
    let mut cook = Process::new(move || {
        let _stove = Stove;
        println!("cook:   the stove is on");
        print!("cook:   the soup needs"); // ②
        bell.write_all(b"!").expect("the parent listens"); // ③
        sleep(Duration::from_secs(60));
        println!(" salt");
    })
    .with_daemon(true);
    cook.start()?;
    parent.read_exact(&mut [0])?;
    cook.terminate()?; // ④
    cook.join()?; // ⑤
    let code = cook.exitcode()?.unwrap_or(0);
    println!("parent: the exit code is {code}");
    Ok(())
}
