use anyhow::Result;
use multiprocessing::{Process, current_process};

fn bake() {
    println!("child:  I am {}", current_process().name());
}

fn main() -> Result<()> {
    let mut child = Process::new(bake).with_name("oven"); // ①
    child.start()?;
    child.join()?;
    println!("parent: {} has ended", child.name());
    Ok(())
}
