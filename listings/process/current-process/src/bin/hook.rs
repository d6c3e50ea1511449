use std::panic::set_hook;

use anyhow::Result;
use multiprocessing::{Process, current_process};

fn main() -> Result<()> {
    set_hook(Box::new(|panic| {
        let text = panic.payload().downcast_ref().unwrap_or(&"a panic");
        eprintln!("[{}] {text}", current_process().name());
    }));
    for name in ["sorter", "stamper"] {
        let mut child = Process::new(move || {
            if name == "stamper" {
                panic!("no ink is left");
            }
        })
        .with_name(name);
        child.start()?;
        child.join()?;
        println!("{name}: exit code {}", child.exitcode()?.unwrap_or(-1));
    }
    Ok(())
}
