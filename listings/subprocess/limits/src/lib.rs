use std::os::unix::process::CommandExt;
use std::process::Command;

use nix::sys::resource::{Resource, setrlimit};

/// Starts the program with a limit. It may raise it again up to `hard`.
pub fn limit(command: &mut Command, what: Resource, soft: u64, hard: u64) {
    let set = move || {
        setrlimit(Resource::RLIMIT_CORE, 0, 0)?; // ①
        setrlimit(what, soft, hard)?;
        Ok(())
    };
    // SAFETY: `setrlimit` is a system call, and nothing is allocated.
    unsafe { command.pre_exec(set) };
}
