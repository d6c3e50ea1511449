use std::fs::File;

use anyhow::Result;
use multiprocessing::Process;
use nix::errno::Errno;
use nix::sys::resource::{Resource, setrlimit};

fn try_to_open(who: &str) {
    let error = File::open("/dev/null").err();
    match error.and_then(|error| error.raw_os_error()) {
        None => println!("{who} opened"),
        Some(code) => println!("{who} {:?}", Errno::from_raw(code)),
    }
}

fn main() -> Result<()> {
    let mut reader = Process::new(|| {
        setrlimit(Resource::RLIMIT_NOFILE, 0, 0).expect("less is allowed"); // ①
        try_to_open("child: "); // ②
    });
    reader.start()?;
    reader.join()?;
    try_to_open("parent:"); // ③
    Ok(())
}
