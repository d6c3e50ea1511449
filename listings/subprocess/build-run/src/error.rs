use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Done;

#[derive(Debug)]
pub enum Error {
    /// The program cannot be started.
    Program { program: OsString, source: io::Error },
    /// It was to run in this folder, which cannot be entered.
    Folder { folder: PathBuf, source: io::Error },
    /// It was started, and then a pipe or the waiting failed. It has ended.
    Lost { program: OsString, source: io::Error },
    /// It has ended, not with exit status 0, and the caller has said `check`.
    Failed(Done),
    /// It did not end in time and was ended. This is what it had printed.
    TimedOut { program: OsString, stdout: Vec<u8>, stderr: Vec<u8> },
}

impl Error {
    /// `spawn` does not say what there is not: the program or the folder.
    pub(crate) fn of_start(command: &Command, source: io::Error) -> Self {
        let folder = command.get_current_dir().filter(|folder| {
            let looked = folder.join(".").metadata();
            looked.is_err_and(|e| e.kind() == source.kind()) // ①
        });
        let program = command.get_program().to_owned();
        match folder.map(Path::to_owned) {
            Some(folder) => Error::Folder { folder, source },
            None => Error::Program { program, source },
        }
    }
}
