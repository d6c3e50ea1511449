use multiprocessing::{Process, Result, StartMethod, Target, guard};

fn bake(minutes: u32) {
    assert!(minutes < 60, "the bread is black");
}

const BAKE: Target<u32> = Target::new("bake", bake);

fn the_bread_is_brown() -> Result<()> {
    let child = Process::call(&BAKE, 45);
    let mut child = child.with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    assert_eq!(child.exitcode()?, Some(0)); // ②
    Ok(())
}

fn main() -> Result<()> {
    guard(&[&BAKE])?; // ①
    the_bread_is_brown()?;
    println!("the bread is brown ... ok");
    Ok(())
}
