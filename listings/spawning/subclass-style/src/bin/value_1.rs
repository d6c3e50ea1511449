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
    fn start(&mut self) -> Result<()> {
        let work = self.work.take().context("already started")?; // ③
        // SAFETY: this program has one thread.
        self.pid = Some(unsafe { function_style::start(|| work.run()) }?);
        Ok(())
    }
    fn join(&mut self) -> Result<()> {
        let pid = self.pid.take().context("not running")?; // ④
        waitpid(pid, None).map(drop).context("cannot wait")
    }
}

struct Letter(char);
impl Run for Letter {
    fn run(self) {
        println!("a child for {}", self.0);
    }
}

fn main() -> Result<()> {
    let mut child = Process { work: Some(Letter('P')), pid: None }; // ⑤
    child.start()?;
    child.join()?;
    println!("once more: {:?}", [child.start(), child.join()]); // ⑥
    Ok(())
}
