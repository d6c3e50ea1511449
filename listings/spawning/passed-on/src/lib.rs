//! What the programs of this page share.

mod ask;
mod places;

use anyhow::{Context, Result};
use multiprocessing::{Process, StartMethod};

pub use ask::{disposition, nice};
pub use places::{FDS, names, places};

/// Starts a child, waits for its end, and gives its exit code.
pub fn exit_code(mut child: Process<'static>) -> Result<i32> {
    child.start()?;
    child.join()?;
    child.exitcode()?.context("it has ended")
}

/// Runs one child by each method, one after the other. Gives the name of the
/// method with the child's exit code.
pub fn by_each_method(
    child: impl Fn(String) -> Process<'static>,
) -> Result<Vec<(&'static str, i32)>> {
    let mut codes = Vec::new();
    for (name, method) in [
        ("fork", StartMethod::Fork),
        ("spawn", StartMethod::Spawn),
        ("forkserver", StartMethod::ForkServer),
    ] {
        let child = child(name.to_owned()).with_start_method(method);
        codes.push((name, exit_code(child)?));
    }
    Ok(codes)
}
