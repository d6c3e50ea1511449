//! A listing whose system calls fail, by strace.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::run::{limit, run_in_empty_folder};
use crate::supervise::Limits;

/// With each fork failing in turn a program ends with one clear error, exit
/// status 1 and no process left. strace counts the forks of each process by
/// itself, so that of a child's forks it fails the one with the same number.
///
/// A fork server does as well without its child in reserve, and a child with
/// threads without the one that writes its last output: `as_usual` says whether
/// an output is the one that the program has with all its forks.
pub fn no_fork(
    executable: &Path,
    as_usual: impl Fn(&str) -> Result<bool, String>,
) -> Result<(), String> {
    let trace = tempfile::NamedTempFile::new().map_err(|e| e.to_string())?;
    let calls = "clone,clone3,fork,vfork";
    // One by one at first, then further and further apart.
    let mut nth = 1;
    while nth < 200 {
        let mut command: Vec<OsString> =
            ["strace", "-f", "-qq", "-o"].map(OsString::from).to_vec();
        command.push(trace.path().as_os_str().to_owned());
        let inject = format!("inject={calls}:error=EAGAIN:when={nth}");
        for option in [format!("trace={calls}"), inject] {
            command.extend([OsString::from("-e"), option.into()]);
        }
        command.push(executable.as_os_str().to_owned());
        let limits = Limits { whole: limit(), grace: Duration::ZERO };
        let run = run_in_empty_folder(&command, &[], limits)?;
        let log =
            fs::read_to_string(trace.path()).map_err(|e| e.to_string())?;
        if !log.contains("(INJECTED)") {
            return match nth {
                1 => Err("forks nothing".to_owned()),
                _ => Ok(()),
            };
        }
        let errors: Vec<&str> = run
            .output
            .lines()
            .filter(|line| line.contains("rror: ") || line.contains("panicked"))
            .collect();
        let named = run.output.contains("EAGAIN")
            || run.output.contains("Resource temporarily unavailable");
        let ends_well =
            run.status == "exit status: 1" && errors.len() == 1 && named;
        let does_as_well =
            run.status == "exit status: 0" && as_usual(&run.output)?;
        if !ends_well && !does_as_well {
            return Err(format!(
                "with fork no. {nth} failing it should end with one error \
                 that names EAGAIN and with exit status 1; it says {:?} and \
                 ends with {}",
                run.output, run.status
            ));
        }
        nth += 1 + nth / 8;
    }
    Err("still forks after 200 failures".to_owned())
}
