use anyhow::Result;
use what_types_can_forbid::Process;

fn main() -> Result<()> {
    let baking = Process::new(|| ()).start()?;
    let sister = Process::new(move || match baking.join() {
        // ①
        Ok(baked) => println!("in the sister: {}", baked.exitcode()),
        Err(error) => println!("in the sister: {error}"),
    });
    sister.start()?.join()?;
    Ok(())
}
