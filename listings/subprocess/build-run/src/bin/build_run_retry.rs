use std::time::Duration;

use anyhow::{Context, Result};
use build_run::{Done, Error, Run};

/// Runs what `attempt` makes, up to three times, until it succeeds in time.
fn retry(attempt: impl Fn(u32) -> Run) -> Result<Done, Error> {
    let limit = Duration::from_millis(300);
    for n in 1..3 {
        match attempt(n).timeout(limit).check().run() {
            Err(error @ (Error::Failed(_) | Error::TimedOut { .. })) => {
                println!("attempt {n}: {error}");
            }
            other => return other,
        }
    }
    attempt(3).timeout(limit).check().run()
}

fn main() -> Result<()> {
    let done = retry(|n| match n {
        1 => Run::new("false"),
        2 => Run::new("sleep").arg("60"),
        _ => Run::new("echo").arg("the bread is baked").capture(),
    });
    let done = done.context("three attempts were not enough")?;
    print!("{}", str::from_utf8(&done.stdout)?);
    Ok(())
}
