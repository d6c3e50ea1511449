use std::env::set_current_dir;
use std::fs::{self, Permissions};
use std::io::{ErrorKind, Result};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

fn attempt(case: &str, command: &mut Command) -> Result<()> {
    match command.status() {
        Ok(status) => println!("{case}: {status}"),
        Err(e) if e.kind() == ErrorKind::WouldBlock => return Err(e), // ①
        Err(e) => println!("{case}: {e}"),
    }
    Ok(())
}

fn put(file: &str, text: &str, mode: u32) -> Result<()> {
    fs::write(file, text)?;
    fs::set_permissions(file, Permissions::from_mode(mode))
}

fn main() -> Result<()> {
    let kitchen = tempfile::tempdir()?;
    set_current_dir(&kitchen)?;
    put("prices", "bread 2\n", 0o644)?; // ②
    put("bake", "echo bread\n", 0o755)?; // ③
    put("fry", "#!/bin/backe\n", 0o755)?; // ④

    attempt("no program", &mut Command::new("backe"))?;
    attempt("a whole line", &mut Command::new("echo bread"))?;
    attempt("no folder", Command::new("true").current_dir("cellar"))?;
    attempt("not executable", &mut Command::new("./prices"))?;
    attempt("a folder", &mut Command::new("/"))?;
    attempt("no #! line", &mut Command::new("./bake"))?;
    attempt("no interpreter", &mut Command::new("./fry"))
}
