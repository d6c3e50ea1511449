use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard, parent_process};
use nix::unistd::getppid;

static GUESTS: AtomicU32 = AtomicU32::new(0);

fn look_around(method: String) {
    let guests = GUESTS.load(Ordering::Relaxed);
    let parent = parent_process().map_or(0, |parent| parent.pid());
    let whose = if getppid().as_raw() == parent { "main" } else { "a server" };
    println!("{method}: {guests} guests, child of {whose}");
}

const LOOK_AROUND: Target<String> = Target::new("look_around", look_around);

fn main() -> Result<()> {
    guard(&[&LOOK_AROUND])?;
    GUESTS.store(4, Ordering::Relaxed); // ①
    for (name, method) in [
        ("fork      ", StartMethod::Fork),
        ("spawn     ", StartMethod::Spawn),
        ("forkserver", StartMethod::ForkServer),
    ] {
        let mut child = Process::call(&LOOK_AROUND, name.to_owned())
            .with_start_method(method); // ②
        child.start()?;
        child.join()?;
    }
    Ok(())
}
