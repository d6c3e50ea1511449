use anyhow::Result;
use multiprocessing::{Process, Run};

struct Bake {
    bread: &'static str,
    minutes: u32,
}

impl Bake {
    /// The bread has no default.
    fn new(bread: &'static str) -> Self {
        Bake { bread, minutes: 40 }
    }
}

impl Run for Bake {
    fn run(self) {
        println!("{}: {} minutes", self.bread, self.minutes);
    }
}

fn main() -> Result<()> {
    for bake in [Bake::new("rye"), Bake { minutes: 25, ..Bake::new("brioche") }]
    {
        let mut child = Process::new(bake);
        child.start()?;
        child.join()?;
    }
    Ok(())
}
