use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let mut soup = Process::new(|| ());
    soup.start()?;
    println!("twice: {}", soup.start().unwrap_err());
    soup.join()?;
    println!("after the end: {}", soup.start().unwrap_err());
    soup.close()?;
    println!("after close: {}", soup.start().unwrap_err());

    let mut salad = Process::new(|| ());
    let mut sister = Process::new(|| {
        println!("in a sister: {}", salad.start().unwrap_err());
    });
    sister.start()?;
    sister.join()?;

    let mut daemon = Process::new(|| {
        let mut child = Process::new(|| ()).with_daemon(false);
        println!("in a daemon: {}", child.start().unwrap_err());
    })
    .with_daemon(true);
    daemon.start()?;
    daemon.join()?;
    Ok(())
}
