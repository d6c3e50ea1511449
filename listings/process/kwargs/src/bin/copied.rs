use anyhow::Result;
use multiprocessing::{Process, Run};

#[derive(Clone)]
struct Bake {
    minutes: u32,
    spices: Vec<&'static str>,
}

impl Run for Bake {
    fn run(self) {
        let Bake { minutes, spices } = self;
        println!("child:  {minutes} minutes, {}", spices.join(", "));
    }
}

fn main() -> Result<()> {
    let mut settings = Bake { minutes: 40, spices: vec!["dill"] };
    let mut child = Process::new(settings.clone()); // ①
    settings.minutes = 5; // ②
    settings.spices.push("salt"); // ③
    child.start()?;
    child.join()?;
    let Bake { minutes, spices } = settings;
    println!("parent: {minutes} minutes, {}", spices.join(", "));
    Ok(())
}
