use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let mut shelf = vec!["rye"];
    let (mut reader, mut writer) = pipe()?;
    let mut child = Process::new(move || {
        shelf.push("wheat");
        let text = shelf.join("\n");
        writer.write_all(text.as_bytes()).expect("the parent reads");
    });
    child.start()?;
    let mut text = String::new();
    reader.read_to_string(&mut text)?;
    child.join()?;
    let shelf: Vec<&str> = text.lines().collect();
    println!("parent: {}", shelf.join(", "));
    Ok(())
}
