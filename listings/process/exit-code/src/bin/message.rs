use anyhow::Result;
use multiprocessing::{Process, exit};

fn main() -> Result<()> {
    let ways: [fn(); 2] = [
        || {
            eprintln!("the oven is cold");
            exit(1);
        },
        || panic!("the cake is burnt"),
    ];
    for end in ways {
        let mut child = Process::new(end).with_name("cake");
        child.start()?;
        child.join()?;
        println!("exitcode: {}", child.exitcode()?.unwrap_or_default());
    }
    Ok(())
}
