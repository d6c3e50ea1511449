use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, current_process, guard};

const BAKE: Target<String> = Target::new("bake", bake);

fn bake(bread: String) {
    guard(&[&BAKE]).expect("one target, one name"); // ①
    println!("{}: {bread}", current_process().name());
}

fn main() -> Result<()> {
    guard(&[&BAKE])?;
    let methods =
        [StartMethod::Fork, StartMethod::Spawn, StartMethod::ForkServer];
    for method in methods {
        let child = Process::call(&BAKE, format!("rye by {method:?}"));
        let mut child = child.with_start_method(method);
        child.start()?;
        child.join()?;
    }
    Ok(())
}
