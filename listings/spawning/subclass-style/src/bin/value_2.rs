use anyhow::{Context, Result};
use nix::sys::wait::waitpid;
use nix::unistd::Pid;

trait Run {
    fn run(self);
}

impl<F: FnOnce()> Run for F {
    fn run(self) {
        self()
    }
}

struct Process<R> {
    work: Option<R>,
    pid: Option<Pid>,
}

impl<R: Run> Process<R> {
    fn new(work: R) -> Self {
        Process { work: Some(work), pid: None }
    }
    fn start(&mut self) -> Result<()> {
        let work = self.work.take().context("already started")?;
        self.pid = Some(function_style::start(|| work.run())?);
        Ok(())
    }
    fn join(&mut self) -> Result<()> {
        waitpid(self.pid.take().context("not started")?, None)?;
        Ok(())
    }
}

fn main() -> Result<()> {
    let letter = 'P';
    let mut child = Process::new(|| println!("a child for {letter}"));
    child.start()?;
    child.join()
}
