use std::env;
use std::process::Command;

use anyhow::{Context, Result};

const REPORT: &str = r#"echo "child:  in $PWD, CITY is ${CITY-unset}""#;

fn main() -> Result<()> {
    let mut sh = Command::new("sh");
    sh.args(["-c", REPORT]).current_dir("/").env("CITY", "Oslo"); // ①
    sh.status().context("cannot run sh")?; // ②
    sh.env_clear().status().context("cannot run sh")?; // ③
    let city = env::var("CITY").unwrap_or("unset".to_owned());
    println!("parent: CITY is {city}"); // ④
    Ok(())
}
