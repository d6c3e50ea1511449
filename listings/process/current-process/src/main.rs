use anyhow::Result;
use multiprocessing::{Process, current_process};

fn log(text: &str) {
    let me = current_process(); // ①
    println!("[{}, PID {}] {text}", me.name(), me.pid());
}

fn main() -> Result<()> {
    log("the post office opens"); // ②
    let mut sorter = Process::new(|| {
        log("sorts the letters"); // ③
        let mut stamper = Process::new(|| log("stamps the letters")); // ④
        stamper.start().expect("cannot start the stamper");
        stamper.join().expect("cannot wait for the stamper");
    })
    .with_name("sorter");
    sorter.start()?;
    sorter.join()?;
    log("the post office closes");
    Ok(())
}
