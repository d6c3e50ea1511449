use std::io::{Write, pipe, read_to_string, stdin};

use anyhow::Result;
use multiprocessing::Process;
use nix::unistd::dup2_stdin;

fn main() -> Result<()> {
    let (reader, mut writer) = pipe()?;
    writer.write_all(b"two loaves\n")?;
    drop(writer);
    dup2_stdin(reader)?; // ①
    let mut child = Process::new(|| {
        let order = read_to_string(stdin()).expect("the order can be read");
        println!("stdin gives {order:?}"); // ②
    });
    child.start()?;
    child.join()?;
    Ok(())
}
