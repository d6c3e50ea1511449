//! The start method `spawn`: a fresh run of this program.

use std::env;
use std::ffi::{CString, OsString};
use std::fs::File;
use std::io::{self, PipeWriter, Read, Write, pipe};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd};
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use nix::errno::Errno;
use nix::libc;
use nix::spawn::{PosixSpawnAttr, PosixSpawnFileActions, posix_spawn};
use nix::unistd::Pid;
use serde::{Deserialize, Serialize};

use crate::authkey::AuthKey;
use crate::current::{Current, ParentProcess};
use crate::error::system;
use crate::target::AnyTarget;
use crate::watch::Watch;
use crate::{Error, Result, run, server, world};

// ANCHOR: message
/// What a spawned child has to know, as it goes through the pipe.
#[derive(Serialize, Deserialize)]
pub(crate) struct Message {
    pub target: String,
    pub value: String,
    pub name: String,
    pub daemon: bool,
    pub identity: Vec<u32>,
    pub authkey: Vec<u8>,
    pub parent_name: String,
    pub parent_pid: i32,
}
// ANCHOR_END: message

// ANCHOR: guard
/// The first argument of a spawned child, and the descriptor with its work.
const SPAWNED: &str = "--multiprocessing-spawn";
pub(crate) const SERVER: &str = "--multiprocessing-forkserver";
pub(crate) const WORK_FD: i32 = 3;

/// Whether `guard` was called.
static GUARDED: AtomicBool = AtomicBool::new(false);

/// Marks the place in `main` from which a program is itself. A spawned child
/// runs its target here and never returns; everybody else goes on.
///
/// Call it first thing in `main`, with every [`Target`](crate::Target) that you
/// spawn, and open no file before it: in a spawned child it closes all but the
/// standard streams. Python: `if __name__ == "__main__":`.
pub fn guard(targets: &[&dyn AnyTarget]) {
    GUARDED.store(true, Ordering::Relaxed);
    if !is_spawned() {
        return;
    }
    close_inherited();
    if env::args_os().nth(1).is_some_and(|arg| arg == SERVER) {
        server::serve(targets)
    }
    // SAFETY: the parent has put the pipe there, and nobody else knows of it.
    let mut work = unsafe { File::from_raw_fd(WORK_FD) };
    let mut text = String::new();
    let message = work
        .read_to_string(&mut text)
        .and_then(|_| Ok(serde_json::from_str::<Message>(&text)?));
    drop(work);
    match message {
        Ok(message) => {
            let parent = message.parent_pid;
            live(message, targets, parent)
        }
        Err(e) => {
            eprintln!("Error: cannot read what to do: {e}");
            std::process::exit(1)
        }
    }
}

/// Becomes the process that the message describes, and ends as it. `witness` is
/// the process that forked it.
pub(crate) fn live(
    message: Message,
    targets: &[&dyn AnyTarget],
    witness: i32,
) -> ! {
    world::lock().current = Current {
        name: message.name,
        daemon: message.daemon,
        pid: 0,
        identity: message.identity,
        authkey: Some(AuthKey::from(&message.authkey[..])),
        parent: Some(ParentProcess {
            name: message.parent_name,
            pid: message.parent_pid,
            witness,
        }),
    };
    let Message { target, value, .. } = message;
    run::bootstrap(|| {
        let found = targets.iter().find(|known| known.name() == target);
        let done = match found {
            Some(known) => known.call(&value),
            None => Err(Error::UnknownTarget),
        };
        if let Err(error) = done {
            eprintln!("Error: target {target:?}: {error}");
            run::exit(1);
        }
    })
}

/// Closes what the parent had open and not marked as closed on exec: all but
/// the standard streams, the work, and the pipe that [`Watch`] may have put
/// behind it.
fn close_inherited() {
    const FIRST: i32 = WORK_FD + 1 + cfg!(not(target_os = "linux")) as i32;
    #[cfg(target_os = "linux")]
    // SAFETY: `main` has just begun, and no value owns one of them.
    if unsafe { libc::syscall(libc::SYS_close_range, FIRST, !0u32, 0) } == 0 {
        return;
    }
    // macOS, and Linux before 5.9.
    let open = std::fs::read_dir("/dev/fd").into_iter().flatten().flatten();
    let open = open.filter_map(|fd| fd.file_name().to_str()?.parse().ok());
    let open: Vec<i32> = open.filter(|&fd| fd >= FIRST).collect();
    for fd in open {
        // SAFETY: as above. That of the list is closed already, an error.
        unsafe { libc::close(fd) };
    }
}

fn is_spawned() -> bool {
    let first = env::args_os().nth(1);
    first.is_some_and(|arg| arg == SPAWNED || arg == SERVER)
}

/// An error if this is a spawned child that has not come to `guard` yet: it
/// would start children that start children.
pub(crate) fn check_guard(spawning: bool) -> Result<()> {
    let guarded = GUARDED.load(Ordering::Relaxed);
    match guarded || !(spawning || is_spawned()) {
        true => Ok(()),
        false => Err(Error::NoGuard),
    }
}
// ANCHOR_END: guard

// ANCHOR: spawn
/// Runs this program once more, with its end of a pipe as descriptor 3.
pub(crate) fn spawn(watch: &Watch) -> Result<(Pid, PipeWriter)> {
    let (work, sender) = pipe().map_err(system("cannot open a pipe"))?;
    let pid = run_again(SPAWNED, work.as_fd(), Some(watch))?;
    Ok((pid, sender))
}

/// Runs this program once more, with an argument that says what it is.
pub(crate) fn run_again(
    role: &str,
    work: BorrowedFd<'_>,
    watch: Option<&Watch>,
) -> Result<Pid> {
    let failed = system::<Errno>("cannot spawn");
    let mut actions = PosixSpawnFileActions::init().map_err(failed)?;
    actions.add_dup2(work.as_raw_fd(), WORK_FD).map_err(failed)?;
    if let Some(watch) = watch {
        watch.in_spawned(&mut actions).map_err(failed)?;
    }
    let attributes = PosixSpawnAttr::init().map_err(failed)?;
    let c_string = |text: OsString| CString::new(text.into_vec());
    let program = this_program().map_err(system("cannot find this program"))?;
    let name = env::args_os().next().unwrap_or_else(|| program.clone().into());
    let args: Vec<CString> =
        [name, role.into()].into_iter().flat_map(c_string).collect();
    let variables = env::vars_os().filter_map(|(mut variable, value)| {
        variable.push("=");
        variable.push(value);
        c_string(variable).ok()
    });
    let variables: Vec<CString> = variables.collect();
    posix_spawn(program.as_path(), &actions, &attributes, &args, &variables)
        .map_err(failed)
}

/// Gives the child its work. A child that has ended does not read it, and its
/// exit code says why.
pub(crate) fn send(mut to: PipeWriter, message: &Message) -> Result<()> {
    let text = serde_json::to_string(message).map_err(io::Error::from);
    let sent = text.and_then(|text| to.write_all(text.as_bytes()));
    match sent {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        sent => sent.map_err(system("cannot send the child its work")),
    }
}

/// The file of this program. On Linux the link leads to it even if it has been
/// replaced meanwhile.
fn this_program() -> io::Result<PathBuf> {
    match cfg!(target_os = "linux") {
        true => Ok(PathBuf::from("/proc/self/exe")),
        false => env::current_exe(),
    }
}
// ANCHOR_END: spawn
