use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::{Process, active_children, current_process, exit};

fn report(when: &str, letter: &Process) -> Result<()> {
    let alive = if letter.is_alive()? { "alive" } else { "not alive" };
    let code = letter.exitcode()?.map_or("none".into(), |c| c.to_string());
    let children = active_children().len();
    println!("{when}: {alive}, exit code {code}, children {children}");
    Ok(())
}

fn main() -> Result<()> {
    let (mut stamp, mut clerk) = pipe()?;
    let mut letter = Process::new(move || {
        stamp.read_exact(&mut [0]).expect("a stamp comes");
        println!("  {} is on its way", current_process().name());
        exit(3);
    })
    .with_name("the letter");
    report("made   ", &letter)?;
    letter.start()?;
    report("started", &letter)?;
    clerk.write_all(b"!")?;
    letter.join()?;
    report("joined ", &letter)?;
    letter.close()?;
    println!("closed : {}", letter.join().unwrap_err());
    Ok(())
}
