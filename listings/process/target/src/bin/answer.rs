use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;

fn bake() -> u32 {
    420
}

fn main() -> Result<()> {
    let (mut reader, mut writer) = pipe()?;
    let mut child = Process::new(move || {
        let loaves = bake().to_ne_bytes();
        writer.write_all(&loaves).expect("the parent reads");
    });
    child.start()?;
    let mut loaves = [0; 4];
    reader.read_exact(&mut loaves)?;
    child.join()?;
    println!("parent: {} loaves", u32::from_ne_bytes(loaves));
    Ok(())
}
