use std::io::{Read, Write, pipe};
use std::sync::{Mutex, mpsc::channel};
use std::thread;

use anyhow::Result;
use multiprocessing::Process;

static PANTRY: Mutex<()> = Mutex::new(());

fn free() -> bool {
    PANTRY.try_lock().is_ok()
}

fn main() -> Result<()> {
    let (locked, is_locked) = channel();
    let (go, may_go) = channel();
    let cook = thread::Builder::new().spawn(move || {
        let _key = PANTRY.lock();
        locked.send(()).expect("main receives");
        may_go.recv().expect("main sends"); // ①
    })?;
    is_locked.recv()?;

    let (mut bell, mut rope) = pipe()?;
    let mut child = Process::new(move || {
        let before = free();
        bell.read_exact(&mut [0]).expect("the bell rings");
        println!("child:  free before: {before}, after: {}", free()); // ②
    });
    child.start()?;
    go.send(())?;
    cook.join().expect("the cook does not panic");
    println!("parent: free after: {}", free()); // ③
    rope.write_all(b"!")?;
    child.join()?;
    Ok(())
}
