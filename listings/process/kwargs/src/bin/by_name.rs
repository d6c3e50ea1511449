use anyhow::Result;
use multiprocessing::Process;

fn bake(bread: &str, minutes: u32) {
    println!("{bread}: {minutes} minutes");
}

fn main() -> Result<()> {
    let (minutes, bread) = (50, "wheat");
    let mut child = Process::new(|| bake(bread, minutes));
    child.start()?;
    child.join()?;
    Ok(())
}
