use std::path::Path;
use std::process::Command;
use std::{fs, io};

use crate::LaunchError::{self, Argument, Directory, Program};

/// Names the word for which `spawn` has failed.
pub fn blame(command: &Command, error: io::Error) -> LaunchError {
    let broken = Command::new("\0");
    let broken = broken.get_program(); // ②
    let refused = error.raw_os_error().is_none(); // ③
    let fails = |dir: &&Path| match fs::metadata(dir.join(".")) {
        _ if refused => *dir == broken,
        Err(e) => e.raw_os_error() == error.raw_os_error(), // ④
        Ok(_) => false,
    };
    if let Some(dir) = command.get_current_dir().filter(fails) {
        return Directory(dir.to_owned(), error); // ⑤
    }
    let program = command.get_program();
    let mut args = command.get_args();
    match args.position(|arg| refused && arg == broken) {
        Some(n) if program != broken => Argument(n + 1, error),
        _ => Program(program.to_owned(), error),
    }
}
