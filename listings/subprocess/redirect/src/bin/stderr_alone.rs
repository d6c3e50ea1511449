use std::process::{Command, Stdio};
use std::{env, io};

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    if env::args().len() > 1 {
        let mut sh = Command::new("sh");
        sh.args(["-c", "echo apple; echo orange >&2"]);
        let sh = sh.stderr(io::stdout()).status(); // ①
        return sh.map(drop).context("cannot run sh");
    }
    let mut me = Command::new(env::current_exe()?);
    let output = me.arg("as child").stderr(Stdio::null()).output(); // ②
    let output = output.context("cannot run myself")?;
    ensure!(output.status.success(), "the child failed: {}", output.status);
    print!("{}", str::from_utf8(&output.stdout)?);
    Ok(())
}
