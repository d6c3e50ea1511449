use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let mut child = Process::new(|| ()).with_name("cake");
    child.start()?;
    child.join()?;
    child.close()?;

    let results = [
        ("start", child.start()),
        ("join", child.join()),
        ("join_timeout", child.join_timeout(Duration::ZERO).map(drop)),
        ("is_alive", child.is_alive().map(drop)),
        ("terminate", child.terminate()),
        ("kill", child.kill()),
        ("interrupt", child.interrupt()),
        ("pid", child.pid().map(drop)),
        ("exitcode", child.exitcode().map(drop)),
        ("sentinel", child.sentinel().map(drop)),
    ];
    for (name, result) in results {
        println!("{name:<13} {}", result.unwrap_err());
    }
    child.set_name("pie");
    child.set_daemon(true)?;
    println!("name          {}", child.name());
    println!("daemon        {}", child.daemon());
    println!("authkey       {:?}", child.authkey()?);
    println!("Debug         {child:?}");
    Ok(())
}
