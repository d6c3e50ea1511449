use anyhow::Result;
use function_style::start;
use nix::sys::wait::waitpid;
use nix::unistd::{getpid, getppid};

fn introduce(name: char, i: usize) {
    let (pid, ppid) = (getpid(), getppid());
    println!("no. {i} is {name}: PID {pid}, PPID {ppid}");
}

fn main() -> Result<()> {
    let mut children = Vec::new();
    let all_started = (1..).zip("Python".chars()).try_for_each(|(i, name)| {
        // SAFETY: this program has one thread.
        let child = unsafe { start(|| introduce(name, i)) }?;
        children.push(child);
        Ok(())
    });
    for child in children {
        waitpid(child, None)?;
    }
    all_started
}
