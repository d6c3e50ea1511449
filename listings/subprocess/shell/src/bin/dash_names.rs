use std::{fs, process::Command};

use anyhow::{Context, Result};

const ORDERS: &str = "-otill"; // ①

fn main() -> Result<()> {
    let relative = format!("./{ORDERS}");
    for args in [&[ORDERS][..], &["--", ORDERS], &[&relative]] {
        let counter = tempfile::tempdir()?;
        let till = counter.path().join("till");
        fs::write(&till, "42 euros")?;
        fs::write(counter.path().join(ORDERS), "rolls\nbread\n")?;
        let mut sort = Command::new("sort");
        let sort = sort.args(args).current_dir(&counter).output();
        let rows = String::from_utf8(sort.context("cannot run sort")?.stdout)?;
        let rows: String = rows.lines().flat_map(|row| [" ", row]).collect();
        let money = fs::metadata(till)?.len();
        println!("sort {:11} till: {money} bytes{rows}", args.join(" "));
    }
    Ok(())
}
