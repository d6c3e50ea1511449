use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    let mut no = Command::new("test");
    no.args(["6", "-gt", "7"]);
    let status = no.status().context("cannot run test")?; // ①
    println!("call: {}", status.code().context("died of a signal")?);

    let status = no.status().context("cannot run test")?;
    println!("check_call: fails: {}", !status.success()); // ②

    let mut loaves = Command::new("expr");
    loaves.args(["6", "*", "7"]);
    let output = loaves
        .stderr(Stdio::inherit()) // ③
        .output()
        .context("cannot run expr")?;
    ensure!(output.status.success(), "{loaves:?}: {}", output.status);
    print!("check_output: {}", String::from_utf8(output.stdout)?);
    Ok(())
}
