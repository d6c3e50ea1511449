use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::{Process, active_children};

/// At the end of its scope, names and ends the children that still run.
struct Closing;

impl Drop for Closing {
    fn drop(&mut self) {
        for child in active_children() {
            println!("left behind: {}", child.name());
            // A destructor cannot fail; the child ends with the program.
            let _ = child.terminate().and_then(|()| child.join());
        }
    }
}

fn main() -> Result<()> {
    let _closing = Closing;
    let mut plates = Process::new(|| ()).with_name("plates");
    plates.start()?;
    plates.join()?;

    let burn = || sleep(Duration::from_secs(60));
    let mut candle = Process::new(burn).with_name("candle").with_daemon(true);
    candle.start()?;
    println!("good night");
    Ok(())
}
