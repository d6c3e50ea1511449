use std::collections::BTreeMap;
use std::io::{Read, Write, pipe};
use std::process;

use anyhow::{Context, Result};
use multiprocessing::Process;

fn main() -> Result<()> {
    let (mut orders, tell) = pipe()?;
    let mut names = BTreeMap::new();
    for name in ["bread", "cake", "pie"] {
        let mut tell = tell.try_clone()?;
        let mut child = Process::new(move || {
            let me = process::id().to_ne_bytes();
            tell.write_all(&me).expect("main listens");
        });
        child.start()?;
        names.insert(child.pid()?.context("it was started")?, name);
    }
    drop(tell); // The reading ends when the last child has.
    let mut ready = Vec::new();
    for _ in 0..names.len() {
        let mut pid = [0; 4];
        orders.read_exact(&mut pid)?;
        let pid = i32::from_ne_bytes(pid);
        ready.push(names.remove(&pid).context("not a child")?);
    }
    ready.sort_unstable();
    println!("ready: {}", ready.join(", "));
    Ok(())
}
