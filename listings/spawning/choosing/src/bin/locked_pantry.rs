use std::sync::{Mutex, mpsc::channel};
use std::thread::Builder;

use anyhow::Result;
use multiprocessing::StartMethod::{Fork, ForkServer, Spawn};
use multiprocessing::{Process, Target, guard};

static PANTRY: Mutex<()> = Mutex::new(());

fn look(method: String) {
    let state = PANTRY.try_lock().map_or("locked", |_| "free");
    println!("{method}: {state}");
}

const LOOK: Target<String> = Target::new("look", look);

fn send_children() -> Result<()> {
    for method in [Fork, Spawn, ForkServer] {
        let child = Process::call(&LOOK, format!("{method:?}"));
        let mut child = child.with_start_method(method);
        child.start()?;
        child.join()?; // ②
    }
    Ok(())
}

fn main() -> Result<()> {
    guard(&[&LOOK])?;
    let ((locked, is_locked), (go, may_go)) = (channel(), channel());
    let cook = Builder::new().spawn(move || {
        let _key = PANTRY.lock();
        locked.send(()).expect("main receives");
        may_go.recv() // ①
    })?;
    is_locked.recv()?;
    let sent = send_children();
    go.send(())?;
    cook.join().expect("the cook does not panic")?;
    sent
}
