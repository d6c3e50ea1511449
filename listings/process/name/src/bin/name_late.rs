use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::{Process, active_children, current_process};

fn main() -> Result<()> {
    let (mut renamed, mut say) = pipe()?;
    let mut child = Process::new(move || {
        renamed.read_exact(&mut [0]).expect("a new name");
        println!("the child:  {}", current_process().name());
    })
    .with_name("Ada");
    child.start()?;
    child.set_name("Grace"); // ①
    println!("the object: {}", child.name());
    for child in active_children() {
        println!("the list:   {}", child.name());
    }
    say.write_all(b"!")?;
    child.join()?;
    Ok(())
}
