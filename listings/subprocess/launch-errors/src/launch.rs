use std::fs;
use std::process::{Child, Command};

use crate::LaunchError::{self, Directory, Program, Variable};

/// Starts a program as `Command::spawn` does.
///
/// # Errors
///
/// What `spawn` refuses, and a variable's name that is empty or has a `=`.
pub fn launch(command: &mut Command) -> Result<Child, LaunchError> {
    for (name, _) in command.get_envs() {
        let bytes = name.as_encoded_bytes();
        if bytes.is_empty() || bytes.contains(&b'=') {
            return Err(Variable(name.to_owned())); // ①
        }
    }
    command.spawn().map_err(|error| {
        if let Some(dir) = command.get_current_dir()
            && let Err(found) = fs::metadata(dir.join(".")) // ②
            && found.raw_os_error() == error.raw_os_error()
        {
            return Directory(dir.to_owned(), error); // ③
        }
        Program(command.get_program().to_owned(), error)
    })
}
