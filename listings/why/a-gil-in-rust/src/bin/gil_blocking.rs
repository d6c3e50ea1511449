use std::sync::Barrier;
use std::time::Duration;

use a_gil_in_rust::crew;
use a_gil_in_rust::gil::Gil;
use anyhow::Result;

/// Lets go of the lock for the time of a call that waits.
fn blocking(gil: &Gil, call: impl FnOnce()) {
    gil.release();
    call();
    gil.take();
}

fn main() -> Result<()> {
    static OVEN: Barrier = Barrier::new(4);
    let gil = Gil { interval: Duration::MAX, ..Gil::default() };
    crew::threads(gil, |gil| {
        gil.take();
        blocking(gil, || _ = OVEN.wait()); // ①
        gil.release();
    })?;
    println!("all four have waited at one time");
    Ok(())
}
