use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

use nix::libc::SIGCONT;

/// What Python calls `returncode`: the exit code, 0 to 255, or -N if signal N
/// ended the process.
///
/// A process that is stopped or goes on has not ended, and `Child::wait` does
/// not report it. If another call did, the signal counts as if it were the end.
pub fn returncode(status: &ExitStatus) -> i32 {
    let signal = status.signal().or(status.stopped_signal()); // ①
    status.code().unwrap_or(-signal.unwrap_or(SIGCONT)) // ②
}
