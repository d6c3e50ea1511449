use anyhow::Result;
use multiprocessing::Process;

fn bake(how: &str, loaf: u32) {
    println!("{how}: loaf {loaf}");
}

fn main() -> Result<()> {
    let mut children = Vec::new();
    for loaf in 1..=3 {
        let work = move || bake("move", loaf); // ①
        children.push(Process::new(work));
    }
    for child in &mut children {
        child.start()?;
        child.join()?;
    }
    Ok(())
}
