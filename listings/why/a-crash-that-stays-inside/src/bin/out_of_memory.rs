use std::hint::black_box;

use a_crash_that_stays_inside::silence;
use anyhow::Result;
use multiprocessing::{Process, exit};
use nix::sys::resource::{Resource, setrlimit};

const MIB: usize = 1 << 20;

fn ask_for(size: usize) {
    black_box(vec![1_u8; size]);
}

fn try_for(size: usize) {
    let mut dough: Vec<u8> = Vec::new();
    if let Err(_too_large) = dough.try_reserve_exact(size) {
        exit(3); // ①
    }
}

fn main() -> Result<()> {
    let cases = [
        ("vec!, 16 MiB", ask_for as fn(usize), 16 * MIB),
        ("vec!, 1 GiB", ask_for, 1024 * MIB),
        ("try_reserve, 1 GiB", try_for, 1024 * MIB),
    ];
    for (name, bake, size) in cases {
        let mut bakery = Process::new(move || {
            silence().expect("no messages, no core file");
            let limit = 256 * MIB as u64;
            setrlimit(Resource::RLIMIT_AS, limit, limit).expect("less"); // ②
            bake(size);
        });
        bakery.start()?;
        bakery.join()?;
        println!("{name:18} {:2}", bakery.exitcode()?.unwrap_or(-1)); // ③
    }
    Ok(())
}
