use anyhow::Result;
use multiprocessing::{Process, parent_process};

fn introduce(who: &str) {
    let pid = std::process::id();
    match parent_process() {
        None => println!("{who}: PID {pid}, no parent"), // ①
        Some(parent) => {
            let (name, its) = (parent.name(), parent.pid());
            println!("{who}: PID {pid}, parent {name} with PID {its}"); // ②
            assert!(parent.is_alive());
        }
    }
}

fn main() -> Result<()> {
    introduce("main");
    let mut cook = Process::new(|| {
        introduce("cook");
        let mut helper = Process::new(|| introduce("helper")); // ③
        helper.start().expect("cannot start the helper");
        helper.join().expect("cannot wait for the helper");
    })
    .with_name("cook");
    cook.start()?;
    cook.join()?;
    Ok(())
}
