//! Runs one listing and sees to it that nothing is left of it.
//!
//! The supervisor is this test binary, started again as a process of its own
//! with one thread, because what a listing leaves behind becomes the child of
//! somebody (Linux: `PR_SET_CHILD_SUBREAPER`), and only a process without other
//! children can tell whose it is.

use std::env;
use std::ffi::OsString;
use std::io;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::sys::signal::{SigHandler, Signal, kill, killpg};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

const ASKED: &str = "--supervise";
const STEP: Duration = Duration::from_millis(1);

/// A look that comes later than this comes from a machine that stood still: a
/// host that is busy with others, a laptop that slept.
const LATE: Duration = Duration::from_millis(200);

/// A signal has asked this supervisor to stop.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// What a run of a program gave.
pub struct Run {
    /// Standard output and standard error, in the order they were written.
    pub output: String,
    /// As `std::process::ExitStatus` prints it: `exit status: 3`.
    pub status: String,
    /// The program left something behind, or did not end: what a test says.
    pub problem: Option<String>,
}

/// How long things may take.
#[derive(Clone, Copy)]
pub struct Limits {
    /// The program must end by itself within this time.
    pub whole: Duration,
    /// What it leaves must end by itself within this time after it.
    pub grace: Duration,
}

/// Runs a program in the empty folder `dir`, with an environment that is the
/// same on every machine.
pub fn run(
    command: &[OsString],
    dir: &Path,
    environment: &[(&str, OsString)],
    limits: Limits,
) -> Result<Run, String> {
    let me = env::current_exe().map_err(|e| e.to_string())?;
    let output = assert_cmd::Command::new(me)
        .arg(ASKED)
        .arg(limits.whole.as_millis().to_string())
        .arg(limits.grace.as_millis().to_string())
        .args(command)
        .current_dir(dir)
        .env_clear()
        .env("PATH", env::var_os("PATH").unwrap_or_default())
        .env("LANG", "C.UTF-8")
        .env("HOME", dir)
        .env("TMPDIR", dir)
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .output()
        .map_err(|e| format!("cannot start the supervisor: {e}"))?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    let (status, problem) = report.split_once('\n').unwrap_or((&report, ""));
    if !output.status.success() {
        return Err(format!("the supervisor failed: {report}"));
    }
    Ok(Run {
        output: String::from_utf8_lossy(&output.stdout).into_owned(),
        status: status.to_owned(),
        problem: (!problem.is_empty()).then(|| problem.trim_end().to_owned()),
    })
}

/// The first lines of each test binary's `main`: if this process was started
/// as a supervisor, be one, and never return.
pub fn if_asked() {
    let mut args = env::args_os().skip(1);
    if args.next().is_none_or(|first| first != ASKED) {
        return;
    }
    let mut milliseconds = || {
        let text = args.next().and_then(|arg| arg.into_string().ok());
        let number = text.and_then(|text| text.parse().ok());
        Duration::from_millis(number.expect("milliseconds"))
    };
    let limits = Limits { whole: milliseconds(), grace: milliseconds() };
    let command: Vec<OsString> = args.collect();
    match supervise(&command, limits) {
        Ok(report) => {
            eprint!("{report}");
            std::process::exit(0)
        }
        Err(error) => {
            eprint!("{error}");
            std::process::exit(1)
        }
    }
}

fn supervise(command: &[OsString], limits: Limits) -> io::Result<String> {
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_child_subreaper(true)?;

    // A shell has what it starts in the background ignore these, and a program
    // passes that on.
    for signal in [Signal::SIGINT, Signal::SIGQUIT, Signal::SIGHUP] {
        // SAFETY: no handler is set.
        unsafe { nix::sys::signal::signal(signal, SigHandler::SigDfl) }?;
    }
    // One open pipe for both, so that their order is the real one.
    let both = io::stdout();
    let both = std::os::fd::AsFd::as_fd(&both).try_clone_to_owned()?;
    let child = Command::new(&command[0])
        .args(&command[1..])
        .stdin(Stdio::null())
        .stderr(Stdio::from(both))
        .process_group(0)
        .spawn()?;
    let main = Pid::from_raw(child.id() as i32);

    // Whoever stops the tests stops the listing as well.
    extern "C" fn stop(_: i32) {
        STOPPED.store(true, Ordering::Relaxed);
    }
    for signal in [Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP] {
        // SAFETY: the handler stores into an atomic, and nothing else.
        unsafe { nix::sys::signal::signal(signal, SigHandler::Handler(stop)) }?;
    }

    let (start, mut last) = (Instant::now(), Instant::now());
    // While the machine stands still, no program can end.
    let mut stood_still = Duration::ZERO;
    let mut timed_out = false;
    let status = loop {
        // Orphans that the program made on purpose are reaped here, as by init.
        match waitpid(None, Some(WaitPidFlag::WNOHANG)) {
            Ok(WaitStatus::Exited(pid, code)) if pid == main => {
                break ExitStatus::from_raw(code << 8);
            }
            Ok(WaitStatus::Signaled(pid, signal, _)) if pid == main => {
                break ExitStatus::from_raw(signal as i32);
            }
            Ok(WaitStatus::StillAlive)
                if start.elapsed() > limits.whole + stood_still
                    || STOPPED.load(Ordering::Relaxed) =>
            {
                timed_out = true;
                let _ = killpg(main, Signal::SIGKILL);
                let _ = kill(main, Signal::SIGKILL);
                sleep(STEP);
            }
            Ok(WaitStatus::StillAlive) => sleep(STEP),
            Ok(_) | Err(Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
        let now = Instant::now();
        stood_still += (now - last).saturating_sub(LATE);
        last = now;
    };
    let mut report = format!("{status}\n");
    if STOPPED.load(Ordering::Relaxed) {
        report += "is stopped, as its supervisor was\n";
    } else if timed_out {
        report += &format!("does not end within {:?}\n", limits.whole);
    }

    // Whatever is a child of ours now was left behind by the program.
    let (mut zombies, mut living) = (0, false);
    let deadline = Instant::now() + limits.grace;
    loop {
        match waitpid(None, Some(WaitPidFlag::WNOHANG)) {
            Err(Errno::ECHILD) => break,
            Ok(WaitStatus::StillAlive) if Instant::now() < deadline => {
                sleep(STEP);
            }
            Ok(WaitStatus::StillAlive) => {
                living = true;
                for pid in children() {
                    let _ = kill(pid, Signal::SIGKILL);
                }
                sleep(STEP);
            }
            Ok(_) if !living && limits.grace.is_zero() => zombies += 1,
            _ => {}
        }
    }
    // Elsewhere than on Linux leftovers are not our children, but they are in
    // the program's process group.
    while cfg!(not(target_os = "linux"))
        && killpg(main, None).is_ok()
        && Instant::now() < deadline
    {
        sleep(STEP);
    }
    if cfg!(not(target_os = "linux")) {
        living |= killpg(main, Signal::SIGKILL).is_ok();
    }
    if living && !timed_out {
        report += "leaves a process behind that still runs\n";
    }
    if zombies > 0 && !timed_out {
        report += &format!("leaves {zombies} zombies: it does not wait\n");
    }
    Ok(report)
}

/// The children of this process, by the kernel's own list (Linux).
fn children() -> Vec<Pid> {
    let me = std::process::id();
    let list = format!("/proc/{me}/task/{me}/children");
    let list = std::fs::read_to_string(list).unwrap_or_default();
    let pids = list.split_whitespace().filter_map(|pid| pid.parse().ok());
    pids.map(Pid::from_raw).collect()
}
