use std::panic::{panic_any, set_hook};

use anyhow::Result;
use multiprocessing::Process;

struct Crumbs;

impl Drop for Crumbs {
    fn drop(&mut self) {
        panic!("there are crumbs everywhere"); // ①
    }
}

fn main() -> Result<()> {
    set_hook(Box::new(|_| ())); // the messages are not the subject
    let mut baker = Process::new(|| panic_any(Crumbs));
    baker.start()?;
    baker.join()?;
    println!("exit code: {:?}", baker.exitcode()?); // ②
    Ok(())
}
