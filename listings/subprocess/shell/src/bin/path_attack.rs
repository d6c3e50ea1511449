use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

fn sorted(folder: &Path, path: Option<&str>) -> Result<String> {
    let mut sort = Command::new("sort");
    sort.arg("orders").current_dir(folder).env_clear(); // ①
    if let Some(path) = path {
        sort.env("PATH", path);
    }
    let output = sort.output().context("cannot run sort")?;
    Ok(String::from_utf8(output.stdout)?.trim_end().replace('\n', " "))
}

fn main() -> Result<()> {
    let upload = tempfile::tempdir()?;
    fs::write(upload.path().join("orders"), "rolls\nbread\n")?;
    let evil = upload.path().join("sort");
    fs::write(&evil, "#!/bin/sh\necho all your bread\n")?; // ②
    fs::set_permissions(&evil, Permissions::from_mode(0o755))?;
    for path in [":/usr/bin:/bin", ".:/usr/bin:/bin", "/usr/bin:/bin"] {
        println!("PATH={path:15} {}", sorted(upload.path(), Some(path))?);
    }
    println!("{:20} {}", "no PATH", sorted(upload.path(), None)?); // ③
    Ok(())
}
