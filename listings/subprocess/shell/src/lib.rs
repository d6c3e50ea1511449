use std::{fs, process::Command};

use anyhow::{Context, Result};

/// Names that an attacker has given to files.
pub const NAMES: [&str; 7] = [
    "x; rm till",
    "$(rm till)",
    "`rm till`",
    "x\nrm till",
    "'; rm till; '",
    "\"; rm till; \"",
    "* till",
];

/// Has each name read, by the command that `way` makes for it, in a folder
/// that holds the till as well. Counts how often the file was read and the
/// till stayed.
pub fn attack(way: impl Fn(&str) -> Result<Command>) -> Result<usize> {
    let mut held = 0;
    for name in NAMES {
        let counter = tempfile::tempdir()?;
        let till = counter.path().join("till");
        fs::write(&till, "42 euros")?;
        fs::write(counter.path().join(name), "2 rolls")?;
        let mut command = way(name)?;
        let output = command.current_dir(&counter).output();
        let read = output.context("cannot run it")?.stdout == b"2 rolls";
        held += usize::from(read && till.exists());
    }
    Ok(held)
}
