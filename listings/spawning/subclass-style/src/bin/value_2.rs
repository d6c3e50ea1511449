use anyhow::{Context, Result};
use nix::sys::wait::waitpid;
use nix::unistd::Pid;

trait Run {
    fn run(self);
}
impl<F: FnOnce()> Run for F {
    fn run(self) {
        self();
    }
}
struct Process<R> {
    work: Option<R>,
    pid: Option<Pid>,
}
impl<R: Run> Process<R> {
    fn start(&mut self) -> Result<()> {
        let work = self.work.take().context("already started")?;
        // SAFETY: this program has one thread.
        self.pid = Some(unsafe { function_style::start(|| work.run()) }?);
        Ok(())
    }
    fn join(&mut self) -> Result<()> {
        let pid = self.pid.take().context("not running")?;
        waitpid(pid, None).map(drop).context("cannot wait")
    }
}

fn main() -> Result<()> {
    let letter = 'P';
    let work = Some(|| println!("a child for {letter}"));
    let mut child = Process { work, pid: None };
    child.start()?;
    child.join()
}
