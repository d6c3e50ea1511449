//! What this machine has. What a reader's lacks is one visible line; where `CI`
//! is set it is a failure.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// Must this machine have all that the tests can use?
pub fn is_ci() -> bool {
    env::var_os("CI").is_some()
}

/// Is there a program that says which version it is?
pub fn has(program: &str, version: &str) -> bool {
    Command::new(program).arg(version).output().is_ok()
}

/// The Python that runs the twins: `$PYTHON`, or `python3`.
pub fn python() -> Result<PathBuf, String> {
    let name = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(&name)
        .args(["-c", "import sys; print(sys.executable)"])
        .output()
        .map_err(|e| format!("cannot run {name}: {e}"))?;
    let path = String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
    match output.status.success() && !path.is_empty() {
        true => Ok(PathBuf::from(path)),
        false => Err(format!("{name} does not work: {}", output.status)),
    }
}
