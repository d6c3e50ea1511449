use multiprocessing::{Process, Result};

#[test]
fn the_bread_is_black() -> Result<()> {
    let mut child = Process::new(|| {
        assert_eq!("black", "brown", "the bread"); // ①
    });
    child.start()?;
    child.join()?;
    assert_eq!(child.exitcode()?, Some(1)); // ②
    Ok(())
}
