use std::ffi::OsStr;
use std::io::{Error, ErrorKind};
use std::process::{Child, Command};

use crate::LaunchError::{self, Variable};
use crate::blame::blame;

/// Starts a program as `Command::spawn` does.
///
/// # Errors
///
/// What `spawn` refuses, and a variable's name that is empty or has a `=`.
pub fn launch(command: &mut Command) -> Result<Child, LaunchError> {
    for (name, value) in command.get_envs() {
        if let Some(fault) = value.and_then(|value| fault(name, value)) {
            let error = Error::new(ErrorKind::InvalidInput, fault);
            return Err(Variable(name.to_owned(), error)); // ①
        }
    }
    command.spawn().map_err(|error| blame(command, error))
}

/// What keeps this from being a string `NAME=value` that ends with a NUL.
fn fault(name: &OsStr, value: &OsStr) -> Option<&'static str> {
    let [name, value] = [name, value].map(OsStr::as_encoded_bytes);
    match name {
        [] => Some("its name is empty"),
        _ if name.contains(&b'=') => Some("its name has a `=`"),
        _ if name.contains(&0) => Some("its name has a NUL byte"),
        _ if value.contains(&0) => Some("its value has a NUL byte"),
        _ => None,
    }
}
