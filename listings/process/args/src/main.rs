use anyhow::Result;
use multiprocessing::Process;

fn bake(bread: &str, shelf: &mut Vec<String>) {
    shelf.push(bread.to_owned());
    println!("child:  {}", shelf.join(", "));
}

fn main() -> Result<()> {
    let mut shelf = vec!["rye".to_owned()];
    let mut child = Process::new(|| bake("wheat", &mut shelf)); // ①
    child.start()?;
    child.join()?;
    drop(child); // ②
    println!("parent: {}", shelf.join(", ")); // ③

    let mut child = Process::new(move || bake("spelt", &mut shelf)); // ④
    child.start()?;
    child.join()?;
    Ok(())
}
