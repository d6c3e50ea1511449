use anyhow::{Context, Result};
use multiprocessing::exit;
use what_types_can_forbid::{Process, Started};

#[derive(Default)]
struct Oven {
    baking: Option<Process<Started>>,
}

impl Oven {
    fn bake(&mut self, work: impl FnOnce() + 'static) -> Result<()> {
        self.baking = Some(Process::new(work).start()?);
        Ok(())
    }

    fn open(&mut self) -> Result<i32> {
        let baking = self.baking.take().context("the oven is empty")?; // ①
        Ok(baking.join()?.exitcode())
    }
}

fn main() -> Result<()> {
    let mut oven = Oven::default();
    oven.bake(|| exit(3))?;
    println!("exit code {}", oven.open()?);
    if let Err(error) = oven.open() {
        println!("{error}"); // ②
    }
    Ok(())
}
