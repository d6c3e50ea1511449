use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (mut bell, mut rope) = pipe()?;
    let mut child = Process::new(move || {
        bell.read_exact(&mut [0]).expect("the bell rings");
        println!("the folder is there: {}", folder.path().exists());
    });
    child.start()?;
    rope.write_all(b"!")?;
    child.join()?;
    Ok(())
}
