use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};

fn count(bag: Vec<String>) {
    println!("found: {}", bag.join(", "));
}

const COUNT: Target<Vec<String>> = Target::new("count", count);

fn main() -> Result<()> {
    guard(&[&COUNT])?;
    let bag = vec!["Paris".to_owned(), "Rome".to_owned()];
    let mut child =
        Process::call(&COUNT, bag).with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    Ok(())
}
