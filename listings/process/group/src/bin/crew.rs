use anyhow::Result;
use multiprocessing::Process;

struct Crew(Vec<Process<'static>>);

impl Crew {
    fn start(names: &[&str]) -> Result<Self> {
        let mut crew = Crew(Vec::new());
        for name in names {
            let mut child = Process::new(|| ()).with_name(name);
            child.start()?;
            crew.0.push(child);
        }
        Ok(crew)
    }

    fn join(&self) -> Result<()> {
        for child in &self.0 {
            child.join()?;
            println!("{} has ended", child.name());
        }
        Ok(())
    }
}

fn main() -> Result<()> {
    Crew::start(&["mixer", "oven", "cellar"])?.join()
}
