use anyhow::{Context, Result};
use nix::sys::wait::waitpid;
use nix::unistd::Pid;

trait Run {
    fn run(self); // ①
}

struct Process<R> {
    work: Option<R>, // ②
    pid: Option<Pid>,
}

impl<R: Run> Process<R> {
    fn new(work: R) -> Self {
        Process { work: Some(work), pid: None }
    }
    fn start(&mut self) -> Result<()> {
        let work = self.work.take().context("already started")?; // ③
        self.pid = Some(function_style::start(|| work.run())?);
        Ok(())
    }
    fn join(&mut self) -> Result<()> {
        waitpid(self.pid.take().context("not started")?, None)?; // ④
        Ok(())
    }
}

struct Letter(char);
impl Run for Letter {
    fn run(self) {
        println!("a child for {}", self.0);
    }
}

fn main() -> Result<()> {
    let mut child = Process::new(Letter('P')); // ⑤
    child.start()?;
    child.join()
}
