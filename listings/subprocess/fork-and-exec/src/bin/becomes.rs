use std::env;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

struct Oven;

impl Drop for Oven {
    fn drop(&mut self) {
        println!("wrapper: the oven is off");
    }
}

fn wrapper() -> Result<()> {
    let _oven = Oven; // ①
    let error = Command::new("/no-such-oven").exec(); // ②
    println!("wrapper: {}", error.kind());
    let error = Command::new("sh").args(["-c", "echo $$"]).exec(); // ③
    Err(error).context("cannot become sh")
}

fn main() -> Result<()> {
    if env::args().len() > 1 {
        return wrapper();
    }
    let mut inner = Command::new(env::current_exe()?);
    let child = inner.arg("wrapper").stdout(Stdio::piped()).spawn();
    let child = child.context("cannot run the wrapper")?;
    let id = child.id().to_string();
    let output = String::from_utf8(child.wait_with_output()?.stdout)?;
    print!("{}", output.replace(&id, "sh: my PID is the wrapper's"));
    Ok(())
}
