//! The door of a fresh run of this program.

use std::fs;
use std::os::fd::{FromRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::process::exit;
use std::sync::OnceLock;

use nix::libc;
use nix::unistd::getppid;

use crate::error::{Error, Result};
use crate::run::target::AnyTarget;
use crate::run::work::Letter;
use crate::run::{brief, serve};
use crate::sys::pidfd;
use crate::sys::program::{Role, WORK_FD};
use crate::wire::codec::same_kind;

// ANCHOR: guard
/// The targets of `guard`, by name and type, if it was called here or in the
/// process that this is a copy of.
static GUARDED: OnceLock<Vec<(String, &'static str)>> = OnceLock::new();

/// Marks the place in `main` from which a program is itself. A spawned child
/// runs its target here and never returns; everybody else goes on.
///
/// Call it first thing in `main`, with every [`Target`](crate::Target) that you
/// spawn, and open no file before it: in a spawned child it closes all but the
/// standard streams. Python: `if __name__ == "__main__":`.
///
/// ```no_run
/// use multiprocessing::{Process, StartMethod, Target, guard};
///
/// const GREET: Target<String> =
///     Target::new("greet", |name| println!("Hello, {name}!"));
///
/// fn main() -> multiprocessing::Result<()> {
///     guard(&[&GREET])?;
///     let child = Process::call(&GREET, "Ada".to_owned());
///     let mut child = child.with_start_method(StartMethod::Spawn);
///     child.start()?;
///     child.join()
/// }
/// ```
///
/// # Errors
///
/// [`Error::TargetTwice`] if two targets have one name.
pub fn guard(targets: &[&dyn AnyTarget]) -> Result<()> {
    let names: Vec<&str> = targets.iter().map(|target| target.name()).collect();
    let twice = (1..names.len()).find(|&n| names[..n].contains(&names[n]));
    let known = targets.iter().map(|known| (known.name().into(), known.kind()));
    // In a child that comes here by its target, the door is behind it.
    let first = GUARDED.set(known.collect()).is_ok();
    match (Role::of_this_run().filter(|_| first), twice) {
        (None, None) => Ok(()),
        (None, Some(n)) => Err(Error::TargetTwice(names[n].to_owned())),
        (Some(_), Some(n)) => {
            eprintln!("Error: {}", Error::TargetTwice(names[n].to_owned()));
            exit(1)
        }
        (Some(role), None) => be(role, targets),
    }
}

fn be(role: Role, targets: &[&dyn AnyTarget]) -> ! {
    let Some(work) = work() else {
        eprintln!(
            "Error: {} is for the library: descriptor {WORK_FD} is no socket",
            role.argument()
        );
        exit(1)
    };
    close_inherited();
    match role {
        Role::Server => serve::serve(work, targets),
        Role::Child => {
            // Should the parent die, others may still hold its end.
            let parent = pidfd::open(getppid().as_raw()).ok();
            brief::live(work, targets, None, parent)
        }
    }
}
// ANCHOR_END: guard

// ANCHOR: work_fd
/// The socket to whoever has started this run.
fn work() -> Option<UnixStream> {
    // SAFETY: all zeros is a valid `stat`, and the kernel writes into it.
    let is_socket = unsafe {
        let mut stat: libc::stat = std::mem::zeroed();
        libc::fstat(WORK_FD, &mut stat) == 0
            && stat.st_mode & libc::S_IFMT == libc::S_IFSOCK
    };
    // SAFETY: it is open, and nobody else in this program knows of it.
    let work = is_socket.then(|| unsafe { OwnedFd::from_raw_fd(WORK_FD) })?;
    // SAFETY: the call takes integers.
    unsafe { libc::fcntl(WORK_FD, libc::F_SETFD, libc::FD_CLOEXEC) };
    Some(work.into())
}

/// Closes what the parent had open and not marked as closed on exec: all but
/// the standard streams and the work.
fn close_inherited() {
    const FIRST: i32 = WORK_FD + 1;
    #[cfg(target_os = "linux")]
    // SAFETY: `main` has just begun, and no value owns one of them.
    if unsafe { libc::syscall(libc::SYS_close_range, FIRST, !0u32, 0) } == 0 {
        return;
    }
    // macOS, and Linux before 5.9.
    let open = fs::read_dir("/dev/fd").into_iter().flatten().flatten();
    let open = open.filter_map(|fd| fd.file_name().to_str()?.parse().ok());
    let open: Vec<i32> = open.filter(|&fd| fd >= FIRST).collect();
    for fd in open {
        // SAFETY: as above. That of the list is closed already, an error.
        unsafe { libc::close(fd) };
    }
}
// ANCHOR_END: work_fd

// ANCHOR: check
/// An error if this is a spawned child that has not come to `guard` yet: it
/// would start children that start children.
pub fn check() -> Result<()> {
    match GUARDED.get().is_some() || Role::of_this_run().is_none() {
        true => Ok(()),
        false => Err(Error::NoGuard),
    }
}

/// An error if a run of this program would not find the target of a letter.
pub fn check_letter(letter: &Letter) -> Result<()> {
    let known = GUARDED.get().ok_or(Error::NoGuard)?;
    let found = known.iter().find(|(name, _)| name == letter.target);
    match found {
        Some((_, kind)) => same_kind(letter.kind, kind),
        None => Err(Error::UnknownTarget(letter.target.to_owned())),
    }
}
// ANCHOR_END: check
