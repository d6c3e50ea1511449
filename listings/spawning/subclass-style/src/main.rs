use anyhow::Result;
use nix::sys::wait::waitpid;
use nix::unistd::{Pid, getpid, getppid};

trait Process {
    fn run(&self); // ①

    fn start(&self) -> Result<Pid> {
        // SAFETY: this program has one thread.
        unsafe { function_style::start(|| self.run()) } // ②
    }
}

struct Letter {
    name: char, // ③
    i: usize,
}

impl Process for Letter {
    fn run(&self) {
        let (Letter { name, i }, pid, ppid) = (self, getpid(), getppid());
        println!("no. {i} is {name}: PID {pid}, PPID {ppid}"); // ④
    }
}

fn main() -> Result<()> {
    let mut children = Vec::new();
    let all_started = (1..).zip("Python".chars()).try_for_each(|(i, name)| {
        children.push(Letter { name, i }.start()?); // ⑤
        Ok(())
    });
    for child in children {
        waitpid(child, None)?;
    }
    all_started
}
