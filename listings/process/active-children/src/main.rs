use std::io::{Read, Write, pipe};
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::{Process, active_children};

fn show(when: &str) {
    let children = active_children();
    let names: Vec<_> = children.iter().map(|c| c.name()).collect(); // ①
    println!("{when}: [{}]", names.join(", "));
}

fn main() -> Result<()> {
    show("at first");
    let night = || sleep(Duration::from_secs(60));
    let fridge = Process::new(night).with_name("fridge");
    let (mut thermometer, mut heater) = pipe()?;
    let oven = Process::new(move || {
        thermometer.read_exact(&mut [0]).expect("the oven gets hot");
        show("in the oven"); // ②
    });
    let mut fridge = fridge.with_daemon(true);
    let mut oven = oven.with_name("oven").with_daemon(true);
    fridge.start()?;
    oven.start()?;
    show("started");

    heater.write_all(b"!")?;
    oven.join()?;
    show("oven has ended"); // ③

    for child in active_children() {
        child.terminate()?; // ④
        child.join()?;
    }
    show("at last");
    Ok(())
}
