//! Things that wait for the end of a process, each of which says its name.

use std::panic::set_hook;

use nix::libc::atexit;

/// A value with a destructor.
pub struct Knife;

impl Drop for Knife {
    fn drop(&mut self) {
        eprint!(" destructor"); // ①
    }
}

extern "C" fn at_exit() {
    eprint!(" atexit");
}

/// Leaves a destructor, a function for `exit` and an unwritten text.
pub fn prepare() -> Knife {
    set_hook(Box::new(|_| eprint!(" message"))); // ②
    // SAFETY: the function prints, and never unwinds.
    unsafe { atexit(at_exit) };
    print!(" buffer"); // ③
    Knife
}
