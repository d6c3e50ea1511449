//! System calls that fail: the library returns an error or tries again, ends by
//! itself, and leaves no child.

use std::env;
use std::ffi::OsString;
use std::process::Command;
use std::thread;
use std::time::Duration;

use libtest_mimic::{Failed, Trial};
use multiprocessing::{Process, StartMethod, active_children};

use crate::process::{METHODS, SLEEP};
use crate::{Case, Outcome, ensure, run};

/// What runs while its system calls fail.
pub const CASES: &[Case] = &[("a_life_by_each_start_method", life)];

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
];

/// The first calls of each kind, and of each process, are enough: a life has no
/// loops.
const TIMES: u32 = 6;

pub fn trials() -> Vec<Trial> {
    let strace = Command::new("strace").arg("-V").output().is_ok();
    let needed = env::var_os("CI").is_some() && cfg!(target_os = "linux");
    if !strace && !needed {
        let name = "failing calls are not tried: strace is not installed";
        return vec![Trial::test(name, || Ok(())).with_ignored_flag(true)];
    }
    let mut trials = Vec::new();
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
    trials
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
