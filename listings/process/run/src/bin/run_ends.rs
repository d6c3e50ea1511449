use anyhow::Result;
use multiprocessing::{Process, exit};

fn bake() {
    println!("the bread is baked");
}

fn run(name: &str, work: impl FnOnce()) -> Result<()> {
    let mut child = Process::new(work).with_name(name);
    child.start()?;
    child.join()?;
    let code = child.exitcode()?.unwrap_or(-1);
    println!("{name}: exit code {code}");
    Ok(())
}

fn main() -> Result<()> {
    run("nothing", || ())?; // ①
    run("return", bake)?; // ②
    run("exit", || exit(3)) // ③
}
