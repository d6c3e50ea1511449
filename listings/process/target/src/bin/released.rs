use std::io::{PipeReader, Read, Write, pipe};

use anyhow::Result;
use multiprocessing::{Process, Run};

struct Oven {
    parent_is_done: PipeReader,
}

impl Run for Oven {
    fn run(mut self) {
        self.parent_is_done.read_exact(&mut [0]).expect("a byte");
        println!("child:  done");
    }
}

impl Drop for Oven {
    fn drop(&mut self) {
        println!("an oven is released");
    }
}

fn main() -> Result<()> {
    let (parent_is_done, mut parent) = pipe()?;
    let mut child = Process::new(Oven { parent_is_done });
    println!("parent: start");
    child.start()?; // ①
    println!("parent: started");
    let again = child.start().unwrap_err();
    println!("parent: {again}"); // ②
    parent.write_all(b"!")?;
    child.join()?; // ③
    Ok(())
}
