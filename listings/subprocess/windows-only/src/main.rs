use std::process::Command;

use anyhow::{Context, Result};
use windows_only::list2cmdline;

fn main() -> Result<()> {
    for args in [
        ["rye", "2 rolls", ""],
        [r#"the "good" flour"#, r#"5"#, r#"6""#],
        [r"C:\oven\", r"C:\my oven\", r#"\""#],
    ] {
        println!("Windows: {}", list2cmdline(&args)); // ①
        let mut printf = Command::new("printf");
        let status = printf.arg("    <%s>\n").args(args).status(); // ②
        status.context("cannot run printf")?;
    }
    Ok(())
}
