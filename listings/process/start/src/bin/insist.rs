use anyhow::{Result, bail};
use multiprocessing::{Process, exit};

/// Does the work in a child, and in a new child if that one fails.
fn insist(times: u32, work: impl Fn(u32)) -> Result<()> {
    for attempt in 1..=times {
        let mut child = Process::new(|| work(attempt));
        child.start()?;
        child.join()?;
        let code = child.exitcode()?;
        println!("attempt {attempt}: exit code {}", code.unwrap_or(-1));
        if code == Some(0) {
            return Ok(());
        }
    }
    bail!("no attempt has succeeded")
}

fn main() -> Result<()> {
    insist(5, |attempt| {
        if attempt < 3 {
            exit(1); // The milk boils over.
        }
        println!("the milk is hot");
    })
}
