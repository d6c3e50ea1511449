use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let mut guest = Process::new(|| ());
    guest.start()?;
    let mut sister = Process::new(|| {
        println!("in a sister: {}", guest.is_alive().unwrap_err());
    });
    sister.start()?;
    sister.join()?;
    drop(sister);

    guest.join()?;
    guest.close()?;
    println!("after close: {}", guest.is_alive().unwrap_err());
    Ok(())
}
