use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    if env::args().len() > 1 {
        let mut sh = Command::new("sh");
        sh.args(["-c", "kill -s PIPE $$; echo sh: goes on"]); // ①
        return Err(sh.exec()).context("cannot become sh"); // ②
    }
    let mut wrapper = Command::new(env::current_exe()?);
    let status = wrapper.arg("wrapper").status();
    println!("{}", status.context("cannot run the wrapper")?); // ③
    Ok(())
}
