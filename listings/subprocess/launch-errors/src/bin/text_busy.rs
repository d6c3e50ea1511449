use std::env::set_current_dir;
use std::fs::{File, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let kitchen = tempfile::tempdir()?;
    set_current_dir(&kitchen)?;
    let file = File::create("bake")?;
    file.set_permissions(Permissions::from_mode(0o755))?;
    let mut cat = Command::new("cat");
    cat.stdin(Stdio::piped()).stdout(file); // ①
    let mut writer = cat.spawn().context("cannot run cat")?;
    drop(cat);
    let early = Command::new("./bake").status(); // ②
    let recipe = b"#!/bin/sh\necho fresh bread\n";
    let written = writer.stdin.take().map(|mut pipe| pipe.write_all(recipe));
    writer.wait()?; // ③
    written.context("no pipe")??;

    match early {
        Err(e) if e.kind() == ErrorKind::ExecutableFileBusy => {
            println!("while it is written: Text file busy");
        }
        other => println!("{:?}", other.context("cannot run ./bake")?),
    }
    let bake = Command::new("./bake").status();
    bake.map(drop).context("cannot run ./bake")
}
