use anyhow::Result;
use multiprocessing::{Process, Run, current_process, exit};

fn info(text: &str) {
    let line = format!("[INFO/{}] {text}\n", current_process().name());
    eprint!("{line}"); // ①
}

/// Work that says when it begins and when it is over.
struct Logged<R>(R);

struct End;

impl Drop for End {
    fn drop(&mut self) {
        info("the work is over"); // ④
    }
}

impl<R: Run> Run for Logged<R> {
    fn run(self) {
        let _end = End;
        info("child process calling self.run()"); // ②
        self.0.run();
    }
}

fn main() -> Result<()> {
    let bake = || {
        info("the bread is in the oven"); // ③
        exit(3);
    };
    let mut baker = Process::new(Logged(bake)).with_name("baker");
    baker.start()?;
    baker.join()?;
    info(&format!("exit code {}", baker.exitcode()?.unwrap_or(-1))); // ⑤
    Ok(())
}
