use anyhow::Result;
use multiprocessing::{Process, exit};

struct Oven;

impl Drop for Oven {
    fn drop(&mut self) {
        println!("the oven is off");
    }
}

fn report(case: &str, work: impl FnOnce()) -> Result<()> {
    let mut child = Process::new(work);
    child.start()?;
    child.join()?;
    println!("{case}: {:?}", child.exitcode()?);
    Ok(())
}

fn main() -> Result<()> {
    std::panic::set_hook(Box::new(|_| ())); // no message
    report("return", || drop(Oven))?;
    report("exit(3)", || {
        let _oven = Oven;
        exit(3) // ①
    })?;
    report("panic", || panic!("burnt")) // ②
}
