use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    println!("a first one: {}", Process::new(|| ()).name());
    let mut child = Process::new(|| ()).with_name("");
    println!("an empty name: {}", child.name());
    child.set_name("");
    println!("set to nothing: {:?}", child.name());
    for _ in 0..2 {
        let mut twin = Process::new(|| ()).with_name("Ada");
        twin.start()?;
        twin.join()?;
        println!("two of a name: {}", twin.name());
    }
    println!("a last one: {}", Process::new(|| ()).name());
    Ok(())
}
