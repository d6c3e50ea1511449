use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let send = [Process::interrupt, Process::terminate, Process::kill];
    for (name, send) in ["interrupt", "terminate", "kill"].iter().zip(send) {
        let nap = || sleep(Duration::from_secs(60));
        let mut cook = Process::new(nap).with_daemon(true);
        cook.start()?;
        send(&cook)?;
        cook.join()?;
        let code = cook.exitcode()?.unwrap_or(0);
        println!("{name:9} {code:3}");
    }
    Ok(())
}
