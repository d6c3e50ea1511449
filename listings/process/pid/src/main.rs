use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    println!("the parent:   PID {}", std::process::id());
    let (mut oven, mut heater) = pipe()?;
    let mut child = Process::new(move || {
        oven.read_exact(&mut [0]).expect("the oven gets hot");
        println!("in the child: PID {}", std::process::id()); // ③
    });
    println!("before start: {}", shown(&child)?); // ①
    child.start()?;
    println!("started:      {}", shown(&child)?); // ②
    heater.write_all(b"!")?;
    child.join()?;
    println!("after join:   {}", shown(&child)?); // ④
    Ok(())
}

fn shown(child: &Process) -> Result<String> {
    Ok(match child.pid()? {
        Some(pid) => format!("PID {pid}"),
        None => "None".to_owned(),
    })
}
