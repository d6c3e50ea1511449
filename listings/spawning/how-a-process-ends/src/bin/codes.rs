use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio, exit};

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    for code in [255, 256, 257, -1] {
        let mut child = Process::new(move || exit(code));
        child.start()?;
        child.join()?;
        let seen = child.exitcode()?.unwrap_or_default();
        println!("exit({code}) arrives as {seen}"); // ①
    }
    for script in ["kill -9 $$", "sh -c 'kill -9 $$'; exit $?", "exit 137"] {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]).stderr(Stdio::null()); // ②
        let status = shell.status()?;
        match status.signal() {
            Some(signal) => println!("{script}: signal {signal}"), // ③
            None => println!("{script}: code {}", status.code().unwrap_or(0)),
        }
    }
    Ok(())
}
