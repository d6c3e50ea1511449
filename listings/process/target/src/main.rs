use anyhow::Result;
use multiprocessing::{Process, Run};

fn bake() -> u32 {
    println!("child:  a function bakes");
    42
}

struct Oven {
    degrees: u32,
}

impl Run for Oven {
    fn run(self) {
        println!("child:  an oven of {} degrees bakes", self.degrees);
    }
}

fn run_in_child(target: impl Run) -> Result<()> {
    let mut child = Process::new(target); // ①
    child.start()?;
    child.join()?;
    let code = child.exitcode()?.unwrap_or(-1);
    println!("parent: the exit code is {code}");
    Ok(())
}

fn main() -> Result<()> {
    run_in_child(|| {
        bake(); // ②
    })?;
    run_in_child(Oven { degrees: 220 })?; // ③
    run_in_child(|| ())?; // ④
    Ok(())
}
