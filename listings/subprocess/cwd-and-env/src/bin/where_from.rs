use std::env;
use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

fn greet(program: &Path, city: &str) -> Result<()> {
    let mut command = Command::new(program);
    match command.current_dir(city).output() {
        Ok(output) => print!("{}", String::from_utf8(output.stdout)?),
        Err(e) if e.kind() == ErrorKind::NotFound => println!("ENOENT"), // ①
        Err(e) => return Err(e.into()),
    }
    Ok(())
}

fn main() -> Result<()> {
    let world = tempfile::tempdir()?;
    env::set_current_dir(&world)?;
    for city in ["Oslo", "Lima"] {
        let greet = Path::new(city).join("greet");
        fs::create_dir(city)?;
        fs::write(&greet, format!("#!/bin/sh\necho this is {city}\n"))?;
        fs::set_permissions(&greet, Permissions::from_mode(0o755))?;
    }
    greet(Path::new("./greet"), "Lima")?; // ②
    greet(Path::new("Oslo/greet"), "Lima")?; // ③
    greet(&fs::canonicalize("Oslo/greet")?, "Lima") // ④
}
