use std::fs::File;
use std::io::{PipeWriter, Read, Result, Write, pipe};
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::ensure;
use nix::libc::_exit;
use nix::pty::{ForkptyResult, forkpty};
use nix::sys::wait::{WaitStatus, waitpid};

/// Runs `work` in a session on a new terminal. When `work` has written a `!`,
/// `user` gets the terminal. Returns what `work` writes after that.
///
/// # Safety
///
/// The program must have one thread, because `work` may call anything.
pub unsafe fn on_terminal(
    work: fn(&mut PipeWriter) -> anyhow::Result<()>,
    user: fn(File) -> Result<Option<File>>,
) -> anyhow::Result<String> {
    let (mut heard, mut tell) = pipe()?;
    // SAFETY: the caller promises that there is one thread.
    let forked = unsafe { forkpty(None, None) }?;
    if let ForkptyResult::Parent { child, master } = forked {
        drop(tell);
        let (mut first, mut text) = ([0], String::new());
        let told = heard.read_exact(&mut first);
        let master = File::from(master);
        let open = if first == *b"!" { user(master) } else { Ok(Some(master)) };
        let said = heard.read_to_string(&mut text);
        let status = waitpid(child, None)?;
        ensure!(status != WaitStatus::Exited(child, 1), text);
        return Ok(told.and(said).and(open).map(|_| text)?);
    }
    let done = catch_unwind(AssertUnwindSafe(|| work(&mut tell)));
    if let Ok(Err(e)) = &done {
        let _ = write!(tell, " {e:#}");
    }
    // SAFETY: `_exit` has no precondition.
    unsafe { _exit(i32::from(!matches!(done, Ok(Ok(()))))) }
}
