use multiprocessing::{Process, Result, StartMethod, Target, guard};

fn bake(minutes: u32) {
    assert!(minutes < 60, "the bread is black");
}

const BAKE: Target<u32> = Target::new("bake", bake);

#[test]
fn the_child_is_the_harness() -> Result<()> {
    guard(&[&BAKE])?; // ①
    let child = Process::call(&BAKE, 45);
    let mut child = child.with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    assert_eq!(child.exitcode()?, Some(101)); // ②
    Ok(())
}
