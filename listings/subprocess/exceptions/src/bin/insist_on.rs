use std::process::Command;
use std::time::Duration;

use exceptions::Error::{self, Failed, TimedOut};
use exceptions::check;

/// Tries again, this many times, if a program fails or takes too long.
fn insist(mut again: u32, program: &mut Command) -> Result<(), Error> {
    loop {
        match check(program, Duration::from_secs(5)) {
            Err(e @ (Failed(..) | TimedOut(..))) if again > 0 => {
                again -= 1;
                println!("{e}: once more");
            }
            other => return other,
        }
    }
}

fn main() -> anyhow::Result<()> {
    let bakery = tempfile::tempdir()?;
    let mut bake = Command::new("sh");
    bake.current_dir(&bakery).args(["-c", "test -e dough || ! >dough"]);
    insist(2, &mut bake)?;
    println!("done");
    Ok(())
}
