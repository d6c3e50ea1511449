use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn terminate_all(children: &[Process]) -> Result<()> {
    for child in children {
        child.terminate()?;
    }
    for child in children {
        child.join()?;
    }
    Ok(())
}

fn main() -> Result<()> {
    let mut cooks = Vec::new();
    for _ in 0..3 {
        let nap = || sleep(Duration::from_secs(60));
        let mut cook = Process::new(nap).with_daemon(true);
        cook.start()?;
        cooks.push(cook);
    }
    terminate_all(&cooks)?;
    for cook in &cooks {
        println!("exit code {:?}", cook.exitcode()?);
    }
    Ok(())
}
