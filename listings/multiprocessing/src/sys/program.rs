//! This program, run once more.

use std::env;
use std::ffi::{CString, OsString};
use std::os::fd::{AsRawFd, BorrowedFd};
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;

use nix::errno::Errno;
use nix::spawn::{PosixSpawnAttr, PosixSpawnFileActions, posix_spawn};

use crate::error::{Result, system};

// ANCHOR: program
/// What a fresh run of this program is for, as its first argument says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A child of the start method `spawn`.
    Child,
    /// The fork server.
    Server,
}

impl Role {
    /// The argument.
    pub fn argument(self) -> &'static str {
        match self {
            Role::Child => "--multiprocessing-spawn",
            Role::Server => "--multiprocessing-forkserver",
        }
    }

    /// What this run is for, if it is one of the library's.
    pub fn of_this_run() -> Option<Self> {
        let first = env::args_os().nth(1)?;
        let both = [Role::Child, Role::Server];
        both.into_iter().find(|role| first == role.argument())
    }
}

/// The descriptor at which such a run finds the socket to whoever started it.
pub const WORK_FD: i32 = 3;

/// Runs this program once more, and gives the PID.
pub fn run_again(role: Role, work: BorrowedFd<'_>) -> Result<i32> {
    let failed = system::<Errno>("cannot prepare a run of this program");
    let mut actions = PosixSpawnFileActions::init().map_err(failed)?;
    actions.add_dup2(work.as_raw_fd(), WORK_FD).map_err(failed)?;
    let attributes = PosixSpawnAttr::init().map_err(failed)?;
    let (program, what) = this_program()?;
    let c_string = |text: OsString| CString::new(text.into_vec());
    let name = env::args_os().next().unwrap_or_else(|| program.clone().into());
    let args: Vec<CString> =
        [name, role.argument().into()].into_iter().flat_map(c_string).collect();
    let variables = env::vars_os().filter_map(|(mut variable, value)| {
        variable.push("=");
        variable.push(value);
        c_string(variable).ok()
    });
    let variables: Vec<CString> = variables.collect();
    posix_spawn(program.as_path(), &actions, &attributes, &args, &variables)
        .map(|pid| pid.as_raw())
        .map_err(system(what))
}

/// The file of this program, and what is said if it cannot be run. On Linux the
/// link leads to it even if it has been replaced meanwhile.
fn this_program() -> Result<(PathBuf, &'static str)> {
    match cfg!(target_os = "linux") {
        true => Ok(("/proc/self/exe".into(), "cannot run /proc/self/exe")),
        false => env::current_exe()
            .map(|path| (path, "cannot run this program once more"))
            .map_err(system("cannot find this program")),
    }
}
// ANCHOR_END: program
