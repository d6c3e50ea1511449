use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::{Process, exit};

fn main() -> Result<()> {
    let bake = || sleep(Duration::from_secs(60));
    let mut oven = Process::new(bake).with_name("oven").with_daemon(true);
    println!("{oven:?}"); // ①
    oven.start()?;
    println!("{oven:?}"); // ②
    oven.terminate()?;
    oven.join()?;
    println!("{oven:?}"); // ③
    oven.close()?;
    println!("{oven:?}"); // ④

    let mut kettle = Process::new(|| exit(3));
    kettle.start()?;
    kettle.join()?;
    println!("{kettle:?}"); // ⑤
    Ok(())
}
