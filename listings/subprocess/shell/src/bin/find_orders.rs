use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

fn count(folder: &Path, args: &[&str]) -> Result<usize> {
    let mut grep = Command::new("grep");
    let grep = grep.args(args).current_dir(folder).output();
    let found = grep.context("cannot run grep")?.stdout;
    Ok(found.iter().filter(|&&byte| byte == b'\n').count())
}

fn main() -> Result<()> {
    let counter = tempfile::tempdir()?;
    let orders = counter.path().join("orders");
    fs::write(orders, "Ada: bread\nBob: rolls\nAda: rolls\n")?;
    for customer in ["Ada", ".*", "-e."] {
        let pasted = count(counter.path(), &[customer, "orders"])?;
        let careful =
            count(counter.path(), &["-F", "-e", customer, "--", "orders"])?;
        println!("{customer:4} pasted: {pasted}, careful: {careful}");
    }
    Ok(())
}
