use std::hint::black_box;
use std::thread::Builder;

use a_crash_that_stays_inside::silence;
use anyhow::Result;
use multiprocessing::Process;
use nix::libc;

fn read_nothing() {
    let name = black_box(std::ptr::null());
    // SAFETY: broken on purpose. `strlen` wants a string, and null is none.
    black_box(unsafe { libc::strlen(name) });
}

fn descend(depth: u64) -> u64 {
    let below = if depth == u64::MAX { 0 } else { descend(depth + 1) };
    black_box(below) + 1
}

fn main() -> Result<()> {
    let accidents: [(&str, fn()); 4] = [
        ("panic", || panic!("the dough is too wet")),
        ("abort", || std::process::abort()),
        ("bad pointer", read_nothing),
        ("stack overflow", || _ = descend(0)),
    ];
    for (name, accident) in accidents {
        let mut bakery = Process::new(|| {
            silence().expect("no messages, no core file"); // ①
            let baker = Builder::new().spawn(accident); // ②
            drop(baker.expect("a thread").join()); // ③
        });
        bakery.start()?;
        bakery.join()?; // ④
        let code = bakery.exitcode()?.unwrap_or(-1);
        println!("{name:14} in a thread: process ends with {code}");
    }
    println!("the parent has seen all of it");
    Ok(())
}
