use std::env;
use std::fs::read_link;
use std::process::{Command, exit};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    if env::args().len() == 1 {
        let mut sh = Command::new("sh");
        sh.args(["-c", "exec \"$0\" inner <&- >&-"]); // ①
        let status = sh.arg(env::current_exe()?).status();
        exit(status.context("cannot run sh")?.code().unwrap_or(1));
    }
    for fd in 0..2 {
        let open = read_link(format!("/proc/self/fd/{fd}"))?; // ②
        eprintln!("descriptor {fd} is {}", open.display());
    }
    let mut echo = Command::new("echo");
    let output = echo.arg("2 rolls").output().context("cannot run echo")?; // ③
    eprint!("a child's output: {}", String::from_utf8(output.stdout)?);
    Ok(())
}
