//! The system calls of the library: how many there are, and what happens if one
//! fails. Then it returns an error or tries again, ends by itself, and leaves no
//! child.

use std::env;
use std::ffi::OsString;
use std::process::Command;
use std::thread;
use std::time::Duration;

use libtest_mimic::{Failed, Trial};
use multiprocessing::{Process, StartMethod, active_children};

use crate::process::{METHODS, SLEEP};
use support::case::{Case, Outcome, ensure, run};

/// What runs while its system calls fail.
pub const CASES: &[Case] = &[
    ("a_life_by_each_start_method", life),
    ("no_life", || lives(0)),
    ("lives", || lives(LIVES)),
];

const LIVES: u32 = 100;

/// The calls, the error, and whether the library has to try again.
const FAILURES: &[(&str, &str, bool)] = &[
    ("clone,clone3,fork,vfork", "EAGAIN", false),
    ("execve", "ENOENT", false),
    ("pipe2", "EMFILE", false),
    ("socketpair", "EMFILE", false),
    ("pidfd_open", "EMFILE", false),
    ("poll", "ENOMEM", false),
    ("sendmsg", "EPIPE", false),
    ("waitid,wait4", "EINTR", true),
    ("poll", "EINTR", true),
    ("sendmsg", "EINTR", true),
    ("recvmsg", "EINTR", true),
    ("recvmsg", "EMFILE", false),
    ("recvfrom", "EINTR", true),
    ("sendmsg", "EAGAIN", true),
    ("openat", "EMFILE", false),
];

/// The first calls of each kind, and of each process, are enough: a life has no
/// loops.
const TIMES: u32 = 6;

/// Calls that an old kernel does not know, or that a filter refuses, every time:
/// then there is another way, and nothing fails.
#[cfg(target_os = "linux")]
const REFUSED: &[(&str, &str)] = &[
    ("pidfd_open", "ENOSYS"),
    ("pidfd_open", "EPERM"),
    ("pidfd_send_signal", "EPERM"),
    ("madvise", "EINVAL"),
    ("close_range", "ENOSYS"),
];
#[cfg(not(target_os = "linux"))]
const REFUSED: &[(&str, &str)] = &[];

/// What runs without them.
const WITHOUT: &[&str] = &[
    "a_life_by_each_start_method",
    "_TestProcess.test_parent_process",
    "_TestProcess.test_forkserver_sigkill",
    "TestWait.test_wait_timeout",
    "threads_wait_for_one_child",
    "output_of_a_child_of_a_threaded_parent",
    "a_sister_reads_no_exit_code",
    "values arrive as they were sent",
    "a raw fork is a process of its own",
    "a daemon is a process of its own",
    "the sentinel tells for ever",
    "a child outlives its server",
    "a child holds nothing of its sisters",
    "another thread waits",
];

pub fn trials() -> Vec<Trial> {
    let strace = Command::new("strace").arg("-V").output().is_ok();
    let needed = env::var_os("CI").is_some() && cfg!(target_os = "linux");
    if !strace && !needed {
        let name = "failing calls are not tried: strace is not installed";
        return vec![Trial::test(name, || Ok(())).with_ignored_flag(true)];
    }
    let few = Trial::test("start_and_join_are_seven_system_calls", || {
        let calls = (count("lives")? - count("no_life")?) / LIVES;
        match calls {
            ..=7 => Ok(()),
            _ => Err(format!("they are {calls}").into()),
        }
    });
    let mut trials = vec![few];
    for &(calls, error, retried) in FAILURES {
        trials.push(Trial::test(
            format!("{calls} fails: {error}"),
            move || {
                let mut failed = 0;
                for nth in 1..=TIMES {
                    failed += u32::from(check(calls, error, nth, retried)?);
                }
                match failed {
                    0 => Err("no such call was made".into()),
                    _ => Ok(()),
                }
            },
        ));
    }
    for &(call, error) in REFUSED {
        trials.push(Trial::test(
            format!("{call} is refused: {error}"),
            move || WITHOUT.iter().try_for_each(|c| without(call, error, c)),
        ));
    }
    for &(call, times) in ON_THE_WAY {
        let name = format!("a spawned child is killed at {call}");
        let kill = move || (1..=times).try_for_each(|nth| killed(call, nth));
        trials.push(Trial::test(name, kill));
    }
    trials
}

/// Calls that only a spawned child makes on its way to its work, and how often
/// at the least.
const ON_THE_WAY: &[(&str, u32)] =
    &[("close_range", 1), ("recvmsg", 2), ("recvfrom", 3)];

/// Runs a case whose child is killed at one call.
fn killed(call: &str, nth: u32) -> Result<(), Failed> {
    let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e"];
    let mut strace = strace.map(OsString::from).to_vec();
    strace.push(format!("trace={call}").into());
    strace.push("-e".into());
    strace.push(format!("inject={call}:signal=KILL:when={nth}").into());
    match run(&strace, "a spawned child is killed")? {
        (status, _) if status == "exit status: 0" => Ok(()),
        (status, output) => Err(format!("{status}; {output}").into()),
    }
}

/// Runs a case with a call that always fails.
fn without(call: &str, error: &str, case: &str) -> Result<(), Failed> {
    let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e"];
    let mut strace = strace.map(OsString::from).to_vec();
    strace.push(format!("trace={call}").into());
    strace.push("-e".into());
    strace.push(format!("inject={call}:error={error}").into());
    let (status, output) =
        run(&strace, case).map_err(|e| Failed::from(format!("{case}: {e}")))?;
    match status.as_str() {
        "exit status: 0" => Ok(()),
        _ => Err(format!("{case}: {status}; {output}").into()),
    }
}

/// Runs the case with one call failing; says whether there was such a call.
fn check(
    calls: &str,
    error: &str,
    nth: u32,
    retried: bool,
) -> Result<bool, Failed> {
    let trace = tempfile::NamedTempFile::new()?;
    let mut strace: Vec<OsString> =
        ["strace", "-f", "-qq", "-o"].map(OsString::from).to_vec();
    strace.push(trace.path().into());
    for option in [
        format!("trace={calls}"),
        format!("inject={calls}:error={error}:when={nth}"),
    ] {
        strace.extend([OsString::from("-e"), option.into()]);
    }
    let (status, output) = run(&strace, CASES[0].0)
        .map_err(|e| format!("{calls} no. {nth}: {e}"))?;
    let trace = std::fs::read_to_string(trace.path())?;
    let fine = match status.as_str() {
        "exit status: 0" => true,
        // One that is not to be tried again is told.
        "exit status: 1" => !retried && !output.is_empty(),
        _ => false,
    };
    match fine {
        true => Ok(trace.contains("(INJECTED)")),
        false => Err(format!("{calls} no. {nth}: {status}; {output}").into()),
    }
}

/// How many system calls a case and its children make.
fn count(case: &str) -> Result<u32, Failed> {
    let trace = tempfile::NamedTempFile::new()?;
    // With debug assertions the standard library asks, by `fcntl`, whether a
    // descriptor is open before it closes it.
    let strace = ["strace", "-f", "-qq", "-c", "-e", "trace=!fcntl", "-o"];
    let strace = strace.map(OsString::from);
    let mut strace = strace.to_vec();
    strace.push(trace.path().into());
    let (status, output) = run(&strace, case).map_err(|e| e.to_string())?;
    if status != "exit status: 0" {
        return Err(format!("{case}: {status}; {output}").into());
    }
    let table = std::fs::read_to_string(trace.path())?;
    let total = table.lines().find(|line| line.ends_with("total"));
    let calls = total.and_then(|line| line.split_whitespace().nth(3));
    Ok(calls.ok_or_else(|| format!("no total in {table}"))?.parse()?)
}

fn lives(count: u32) -> Outcome {
    for _ in 0..count {
        let mut child = Process::new(|| ());
        child.start()?;
        child.join()?;
    }
    Ok(())
}

fn life() -> Outcome {
    for method in METHODS {
        let nap = Process::call(&SLEEP, 60).with_daemon(true);
        let mut nap = nap.with_start_method(method);
        nap.start()?;
        let nobody = active_children().is_empty();
        ensure(!nobody, "it is not in the list")?;
        nap.join_timeout(Duration::from_millis(1))?;
        nap.terminate()?;
        nap.join()?;
        let code = nap.exitcode()?;
        ensure(code == Some(-15), &format!("{method:?}: {code:?}"))?;
    }
    let mut child = Process::new(|| {
        let mut grandchild = Process::new(thread::yield_now)
            .with_start_method(StartMethod::Fork);
        if grandchild.start().and_then(|()| grandchild.join()).is_err() {
            multiprocessing::exit(3);
        }
    });
    child.start()?;
    child.join()?;
    let code = child.exitcode()?;
    ensure(matches!(code, Some(0 | 3)), &format!("{code:?}"))
}
