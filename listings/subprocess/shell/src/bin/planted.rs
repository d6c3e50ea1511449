use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, Result};

const SCRIPT: &str = "echo 2 rolls\n";

fn report(way: &str, run: impl Fn(&Path) -> io::Result<Output>) -> Result<()> {
    let shared = tempfile::tempdir()?;
    let till = shared.path().join("till");
    fs::write(&till, "42 euros")?;
    let script = shared.path().join("bake.sh");
    symlink("till", &script)?; // ①
    let said = match run(&script) {
        Ok(output) => String::from_utf8(output.stdout)?,
        Err(e) if e.kind() == ErrorKind::AlreadyExists => "refused".into(),
        Err(e) => return Err(e).context("cannot run sh"),
    };
    let money = fs::metadata(till)?.len();
    println!("{way:15} {:7} till: {money} bytes", said.trim_end());
    Ok(())
}

fn main() -> Result<()> {
    report("open:", |script| {
        fs::write(script, SCRIPT)?; // ②
        Command::new("sh").arg(script).output()
    })?;
    report("open, new only:", |script| {
        File::create_new(script)?.write_all(SCRIPT.as_bytes())?; // ③
        Command::new("sh").arg(script).output()
    })?;
    let sh = |_: &Path| Command::new("sh").args(["-c", SCRIPT]).output(); // ④
    report("no file:", sh)
}
