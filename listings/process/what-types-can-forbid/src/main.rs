use anyhow::Result;
use multiprocessing::exit;
use what_types_can_forbid::{Ended, Fresh, Process, Started};

fn main() -> Result<()> {
    let loaf: Process<Fresh> = Process::new(|| exit(3));
    let baking: Process<Started> = loaf.start()?; // ①
    println!("the loaf is baked by PID {}", baking.pid()); // ②
    let baked: Process<Ended> = baking.join()?; // ③
    println!("its exit code is {}", baked.exitcode()); // ④
    Ok(())
}
