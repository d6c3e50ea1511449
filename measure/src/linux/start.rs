//! Start and join of a child that does nothing.

use std::env;
use std::mem::size_of;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::ptr::null_mut;
use std::thread;

use anyhow::{Context, Error, Result, ensure};
use multiprocessing::{Process, StartMethod, Target};
use nix::libc;
use nix::sys::wait::waitpid;
use nix::unistd::Pid;

use super::child::Child;
use super::python::Python;
use super::results::Results;
use super::rounds::Rounds;

const ROUNDS: usize = 60;

pub const NOTHING: Target<()> = Target::new("nothing", |()| ());

pub fn run(results: &mut Results) -> Result<()> {
    let program = program("true")?;
    let python = Python::start("start.py")?;
    let mut rounds = Rounds::new("start");
    rounds.time("fork", 10, || Child::fork(|| ())?.wait());
    rounds.time("thread", 10, by_thread);
    rounds.time("vfork", 10, by_vfork);
    rounds.time("clone3", 10, by_clone3);
    rounds.time("library-fork", 10, || by_library(StartMethod::Fork));
    rounds.time("library-spawn", 3, || by_library(StartMethod::Spawn));
    let method = StartMethod::ForkServer;
    rounds.time("library-forkserver", 5, move || by_library(method));
    rounds.time("procspawn", 3, by_procspawn);
    rounds.time("rusty-fork", 3, by_rusty_fork);
    rounds.time("command", 5, || by_command(&program));
    rounds.time("command-pre-exec", 5, || by_pre_exec(&program));
    rounds.time("subprocess", 5, || by_subprocess(&program));
    rounds.time("duct", 5, || by_duct(&program));
    for (how, count) in [
        ("thread", 10),
        ("os-fork", 5),
        ("fork", 5),
        ("forkserver", 3),
        ("spawn", 1),
        ("run", 5),
    ] {
        let request = format!("start {how} {count} {program}");
        let python = &python;
        rounds.add(format!("python-{how}"), move || python.ask_one(&request));
    }
    let samples = rounds.run(ROUNDS)?;
    for name in samples.names() {
        results.put(format!("start.{name}.time"), "µs", samples.of(name));
        let ratio = samples.ratio(name, "fork");
        results.put(format!("start.{name}.ratio"), "×", ratio);
    }
    // What each of ours costs against its Python counterpart.
    for method in ["fork", "spawn", "forkserver"] {
        let (theirs, ours) =
            (format!("python-{method}"), format!("library-{method}"));
        let ratio = samples.ratio(&theirs, &ours);
        results.put(format!("start.python-against-{ours}"), "×", ratio);
    }
    results.put_noise(&samples);
    Ok(())
}

fn by_thread() -> Result<()> {
    let thread = thread::Builder::new().spawn(|| ())?;
    thread.join().map_err(|_| Error::msg("a thread panicked"))
}

fn by_library(method: StartMethod) -> Result<()> {
    let mut child = Process::call(&NOTHING, ()).with_start_method(method);
    child.start()?;
    child.join()?;
    Ok(())
}

/// What `vfork` does: the child borrows the parent's memory, and the parent
/// stands still until the child has ended. The C function cannot be called from
/// Rust, because it returns twice on one stack.
fn by_vfork() -> Result<()> {
    extern "C" fn leave(_: *mut libc::c_void) -> libc::c_int {
        // SAFETY: `_exit` has no precondition.
        unsafe { libc::_exit(0) }
    }
    let mut stack = [0u128; 1024];
    let flags = libc::CLONE_VM | libc::CLONE_VFORK | libc::SIGCHLD;
    // SAFETY: the child has a stack of its own, which grows down from its
    // aligned end, and lives until the child has ended; it calls `_exit` alone.
    let pid = unsafe {
        libc::clone(
            leave,
            stack.as_mut_ptr_range().end.cast(),
            flags,
            null_mut(),
        )
    };
    wait(pid.into())
}

/// `fork` without what the C library does before and after it.
fn by_clone3() -> Result<()> {
    // SAFETY: zeros are a valid `clone_args`.
    let mut arguments: libc::clone_args = unsafe { std::mem::zeroed() };
    arguments.exit_signal = libc::SIGCHLD as u64;
    // SAFETY: as for `fork`, and the child calls `_exit` alone, so it does not
    // miss what the C library would have prepared for it.
    let pid = unsafe {
        let size = size_of::<libc::clone_args>();
        let pid = libc::syscall(libc::SYS_clone3, &raw const arguments, size);
        if pid == 0 {
            libc::_exit(0);
        }
        pid
    };
    wait(pid)
}

fn wait(pid: libc::c_long) -> Result<()> {
    ensure!(pid > 0, "cannot clone: {}", std::io::Error::last_os_error());
    waitpid(Pid::from_raw(pid as i32), None)?;
    Ok(())
}

fn by_procspawn() -> Result<()> {
    Ok(procspawn::spawn((), |()| ()).join()?)
}

/// The crate runs this program again with `RUSTY_FORK_OCCURS`, and expects it
/// to come to the same call.
fn by_rusty_fork() -> Result<()> {
    let status = rusty_fork::fork(
        "start",
        "start",
        |_| (),
        |child, _| child.wait(),
        || (),
    )?;
    ensure!(status?.success(), "a child of rusty-fork failed");
    Ok(())
}

pub fn if_rusty_fork() {
    if env::var_os("RUSTY_FORK_OCCURS").is_some() {
        by_rusty_fork().expect("the call that the parent made");
    }
}

/// `posix_spawn`, where the C library has it.
pub fn by_command(program: &str) -> Result<()> {
    let status = Command::new(program).status()?;
    ensure!(status.success(), "{program}: {status}");
    Ok(())
}

/// A hook between fork and exec, even an empty one, leaves `fork` and `exec`.
pub fn by_pre_exec(program: &str) -> Result<()> {
    let mut command = Command::new(program);
    // SAFETY: the hook does nothing.
    unsafe { command.pre_exec(|| Ok(())) };
    let status = command.status()?;
    ensure!(status.success(), "{program}: {status}");
    Ok(())
}

fn by_subprocess(program: &str) -> Result<()> {
    let status = subprocess::Exec::cmd(program).join()?;
    ensure!(status.success(), "{program}: {status:?}");
    Ok(())
}

fn by_duct(program: &str) -> Result<()> {
    duct::cmd!(program).run()?;
    Ok(())
}

/// Where a program is, so that nobody has to look for it while it is timed.
pub fn program(name: &str) -> Result<String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path).map(|dir| dir.join(name));
    let found = found.into_iter().find(|file| file.is_file());
    let file = found.with_context(|| format!("cannot find {name}"))?;
    Ok(file.display().to_string())
}
