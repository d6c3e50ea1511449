use anyhow::Result;
use what_types_can_forbid::{Fresh, Process, Refused, Started};

fn insist(mut loaf: Process<Fresh>) -> Result<Process<Started>, Refused> {
    for attempt in 1..3 {
        match loaf.start() {
            Ok(baking) => return Ok(baking),
            Err(Refused { process, error }) => {
                println!("{}, attempt {attempt}: {error}", process.name());
                loaf = process; // ①
            }
        }
    }
    loaf.start()
}

fn main() -> Result<()> {
    let mut apprentice = Process::new(|| {
        let loaf = Process::new(|| println!("never baked"));
        match insist(loaf) {
            Ok(baking) => println!("baked by PID {}", baking.pid()),
            Err(refused) => println!("given up: {}", refused.error),
        }
    });
    apprentice.set_daemon(true)?; // ②
    apprentice.start()?.join()?;
    Ok(())
}
