use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind, set_hook};

use anyhow::Result;
use multiprocessing::{Process, Run, current_process, exit};

struct Logged<R>(R);

impl<R: Run> Run for Logged<R> {
    fn run(self) {
        let work = AssertUnwindSafe(|| self.0.run());
        if let Err(panic) = catch_unwind(work) {
            let name = current_process().name().to_owned();
            match panic.downcast_ref::<&str>() {
                Some(text) => eprintln!("[ERROR/{name}] {text}"),
                None => eprintln!("[INFO/{name}] the work calls exit"), // ①
            }
            resume_unwind(panic); // ②
        }
    }
}

fn main() -> Result<()> {
    set_hook(Box::new(|_| ()));
    let ways: [fn(); 2] = [|| exit(3), || panic!("the bread is burnt")];
    for way in ways {
        let mut baker = Process::new(Logged(way)).with_name("baker");
        baker.start()?;
        baker.join()?;
        println!("exit code {}", baker.exitcode()?.unwrap_or(-1));
    }
    Ok(())
}
