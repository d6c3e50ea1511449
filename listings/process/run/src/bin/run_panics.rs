use std::fs::File;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let mut baker = Process::new(|| {
        File::open("recipe").expect("a recipe");
    })
    .with_name("baker");
    baker.start()?;
    baker.join()?;
    let code = baker.exitcode()?.unwrap_or(-1);
    println!("exit code {code}");
    Ok(())
}
