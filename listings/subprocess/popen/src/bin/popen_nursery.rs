use std::io::Result;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Children that nobody waits for, until they are asked after.
#[derive(Default)]
struct Nursery(Vec<Child>);

impl Nursery {
    /// Waits for those that have ended, and counts those that have not.
    fn reap(&mut self) -> usize {
        self.0.retain_mut(|child| matches!(child.try_wait(), Ok(None)));
        self.0.len()
    }
}

impl Drop for Nursery {
    fn drop(&mut self) {
        for child in &mut self.0 {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn main() -> Result<()> {
    let mut nursery = Nursery::default();
    for _ in 0..3 {
        let cat = Command::new("cat").stdin(Stdio::piped()).spawn()?;
        nursery.0.push(cat);
    }
    println!("{} run", nursery.reap());
    drop(nursery.0[1].stdin.take());
    while nursery.reap() == 3 {
        sleep(Duration::from_millis(1));
    }
    println!("{} run", nursery.reap());
    Ok(())
}
