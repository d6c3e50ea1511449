use anyhow::Result;
use multiprocessing::{Process, Target, guard};
use nix::libc::c_int;
use nix::sys::signal::{SigHandler, SigSet, Signal, signal};
use passed_on::{by_each_method, disposition};

extern "C" fn on_signal(_: c_int) {}

fn row((who, [first, second, third]): (String, [i32; 3])) {
    let first = disposition(first);
    let second = disposition(second);
    let mask = SigSet::thread_get_mask().unwrap_or(SigSet::empty());
    let third = Signal::try_from(third).is_ok_and(|s| mask.contains(s));
    let third = if third { "blocked" } else { "open" };
    println!("{who:<11}{first:<9}{second:<9}{third}");
}

const ROW: Target<(String, [i32; 3])> = Target::new("row", row);

fn main() -> Result<()> {
    guard(&[&ROW])?;
    for signals in [
        [Signal::SIGUSR1, Signal::SIGUSR2, Signal::SIGALRM],
        [Signal::SIGVTALRM, Signal::SIGPROF, Signal::SIGIO], // ①
    ] {
        // SAFETY: the handler does nothing.
        unsafe {
            signal(signals[0], SigHandler::SigIgn)?;
            signal(signals[1], SigHandler::Handler(on_signal))?;
        }
        SigSet::from(signals[2]).thread_block()?;
        let signals = signals.map(|signal| signal as i32);
        row(("parent".to_owned(), signals));
        by_each_method(|name| Process::call(&ROW, (name, signals)))?;
    }
    Ok(())
}
