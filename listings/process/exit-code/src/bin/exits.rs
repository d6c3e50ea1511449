use std::panic;
use std::process::{abort, exit as std_exit};

use anyhow::Result;
use multiprocessing::{Process, exit};

type Way = (&'static str, fn());

const WAYS: [Way; 10] = [
    ("returns", || ()),
    ("exit(0)", || exit(0)),
    ("exit(3)", || exit(3)),
    ("exit(255)", || exit(255)),
    ("std::process::exit(7)", || std_exit(7)),
    ("std::process::exit(-1)", || std_exit(-1)),
    ("std::process::exit(256)", || std_exit(256)),
    ("std::process::exit(257)", || std_exit(257)),
    ("abort()", || abort()),
    ("panic!()", || panic!("burnt")),
];

fn main() -> Result<()> {
    for (way, end) in WAYS {
        let mut child = Process::new(|| {
            panic::set_hook(Box::new(|_| ())); // ①
            end(); // ②
        });
        child.start()?;
        child.join()?;
        println!("{way:<23} {}", child.exitcode()?.unwrap_or_default());
    }
    Ok(())
}
