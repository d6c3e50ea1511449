use std::ffi::CStr;
use std::hint::black_box;
use std::ptr::null;

use a_crash_that_stays_inside::silence;
use anyhow::Result;
use multiprocessing::{Process, exit};
use nix::libc;

/// The length of a letter, by a C function that believes what it is given.
fn length(letter: Option<&CStr>) -> u8 {
    let text = letter.map_or(null(), |letter| letter.as_ptr());
    // SAFETY: broken for `None`. That bug is what the program is about.
    unsafe { libc::strlen(black_box(text)) as u8 }
}

fn main() -> Result<()> {
    for letter in [Some(c"Dear Ada"), None, Some(c"Dear Alan, hello")] {
        let mut reader = Process::new(|| {
            silence().expect("no messages, no core file");
            exit(length(letter));
        });
        reader.start()?;
        reader.join()?;
        match reader.exitcode()?.unwrap_or(-1) {
            bytes @ 0.. => println!("{bytes} bytes"),
            signal => println!("unreadable, signal {}", -signal),
        }
    }
    Ok(())
}
