use anyhow::Result;
use multiprocessing::{Process, Run};

struct Bake {
    bread: &'static str,
    minutes: u32,
    degrees: u32,
}

impl Default for Bake {
    fn default() -> Self {
        Bake { bread: "rye", minutes: 40, degrees: 220 } // ①
    }
}

impl Run for Bake {
    fn run(self) {
        let Bake { bread, minutes, degrees } = self;
        println!("{bread}: {minutes} minutes at {degrees} degrees");
    }
}

fn run_in_child(bake: Bake) -> Result<()> {
    let mut child = Process::new(bake);
    child.start()?;
    child.join()?;
    Ok(())
}

fn main() -> Result<()> {
    run_in_child(Bake::default())?; // ②
    run_in_child(Bake { minutes: 50, ..Bake::default() })?; // ③
    run_in_child(Bake { degrees: 180, bread: "brioche", minutes: 25 })?; // ④
    Ok(())
}
