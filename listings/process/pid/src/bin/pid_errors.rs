use anyhow::Result;
use multiprocessing::{Process, current_process};

fn main() -> Result<()> {
    let mut child = Process::new(|| ());
    child.start()?;
    let pid = child.pid()?;
    let mut sister = Process::new(|| {
        let same = child.pid().is_ok_and(|seen| seen == pid);
        println!("read in a sister, the same: {same}");
        let me = current_process();
        println!("my own: {}", me.pid() == std::process::id() as i32);
    });
    sister.start()?;
    sister.join()?;
    drop(sister);

    child.join()?;
    child.close()?;
    println!("after close: {}", child.pid().unwrap_err());
    Ok(())
}
