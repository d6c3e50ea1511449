//! What CPython does not ask: the functions that the pages about `subprocess`
//! build, in a rain of signals, and counted by the descriptors they leave open.

use std::error::Error;
use std::io;
use std::process::{Command, Stdio};
#[cfg(target_os = "linux")]
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use build_run::Run;
use communicate::{communicate, talk};
use launch_errors::launch;
use popen::Guard;

use crate::subprocess::{MUCH, descriptors, no_child, same, sh, with_orphans};
use support::case::{Case, Outcome, ensure};

#[rustfmt::skip]
pub const CASES: &[Case] = &[
    #[cfg(target_os = "linux")]
    ("signals rain on run", || in_the_rain(much_through_run)),
    #[cfg(target_os = "linux")]
    ("signals rain on communicate", || in_the_rain(much_through_communicate)),
    #[cfg(target_os = "linux")]
    ("signals rain on talk", || in_the_rain(much_through_talk)),
    #[cfg(target_os = "linux")]
    ("signals rain on the other functions", || in_the_rain(others)),
    ("no library function leaves a descriptor or a child", nothing_left),
];

const LONG: Duration = Duration::from_secs(60);
const NOW: Duration = Duration::from_millis(20);
const NOWHERE: &str = "/nowhere/to/be/found";

/// Every thread but the one that does it gets a SIGUSR1 each millisecond, with a
/// handler that does not restart a call.
#[cfg(target_os = "linux")]
fn in_the_rain(act: fn() -> Outcome) -> Outcome {
    use nix::libc::{SYS_tgkill, syscall};
    use nix::sys::signal::{
        SaFlags, SigAction, SigHandler, SigSet, Signal, sigaction,
    };

    extern "C" fn fell(_: i32) {}
    let handler = SigHandler::Handler(fell);
    let handler = SigAction::new(handler, SaFlags::empty(), SigSet::empty());
    // SAFETY: the handler does nothing.
    unsafe { sigaction(Signal::SIGUSR1, &handler) }?;
    let stop = AtomicBool::new(false);
    let acted = std::thread::scope(|scope| {
        scope.spawn(|| {
            let (pid, me) = (nix::unistd::getpid(), nix::unistd::gettid());
            while !stop.load(Ordering::Relaxed) {
                let tasks = std::fs::read_dir("/proc/self/task");
                for task in tasks.into_iter().flatten().flatten() {
                    let task = task.file_name();
                    let tid = task.to_string_lossy().parse::<i32>();
                    if let Ok(tid) = tid
                        && tid != me.as_raw()
                    {
                        let signal = Signal::SIGUSR1 as i32;
                        // SAFETY: the call takes numbers. If the thread has
                        // ended, it fails.
                        unsafe { syscall(SYS_tgkill, pid, tid, signal) };
                    }
                }
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        // A call that does not try again is interrupted.
        let dry = nix::poll::poll(&mut [], 1000u16);
        let acted = same(dry, Err(nix::errno::Errno::EINTR));
        let acted = acted.and_then(|()| (0..3).try_for_each(|_| act()));
        stop.store(true, Ordering::Relaxed);
        acted
    });
    acted?;
    no_child()
}

/// A program that sends back what it reads, slowly enough to be rained on.
const ECHO: &str = "sleep 0.1; cat; echo done >&2";

fn much_through_run() -> Outcome {
    let input = vec![b'x'; MUCH];
    for run in [Run::from(sh(ECHO)), Run::from(sh(ECHO)).timeout(LONG)] {
        let done = run.input(input.clone()).capture().check().run()?;
        ensure(done.stdout == input, "the output")?;
        same(done.stderr, b"done\n".into())?;
    }
    Ok(())
}

fn piped(script: &str) -> io::Result<std::process::Child> {
    let mut sh = sh(script);
    sh.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    sh.spawn()
}

fn much_through_communicate() -> Outcome {
    let input = vec![b'x'; MUCH];
    let output = communicate(piped(ECHO)?, &input)?;
    ensure(output.status.success(), "it failed")?;
    ensure(output.stdout == input, "the output")?;
    same(output.stderr, b"done\n".into())
}

fn much_through_talk() -> Outcome {
    let input = vec![b'x'; MUCH];
    let mut child = piped(ECHO)?;
    let output = talk(&mut child, &input);
    drop(child.stdin.take());
    ensure(child.wait()?.success(), "it failed")?;
    ensure(output? == input, "the output")
}

/// A call of each function, or its refusal.
fn others() -> Outcome {
    let (status, text) = older_functions::getstatusoutput("sleep 0.05; id -u")?;
    same(status, 0)?;
    ensure(!text.is_empty(), "id")?;
    older_functions::getstatusoutput("printf '\\351'")
        .err()
        .ok_or("decoded")?;

    let (codes, text) = pipeline::pipeline(vec![
        sh("yes 1234567 | head -n 50000"),
        sh("sleep 0.05; cat"),
        sh("cat; exit 3"),
    ])?;
    same((codes, text.len()), (vec![0, 0, 3], 400_000))?;
    let nap = sh("exec sleep 60");
    let nowhere = vec![nap, Command::new(NOWHERE), sh("cat")];
    pipeline::pipeline(nowhere).err().ok_or("no error")?;

    let built = fork_and_exec::spawn(&[c"sleep".into(), c"0.05".into()])?;
    while nix::sys::wait::waitpid(built, None) == Err(nix::errno::Errno::EINTR)
    {
    }
    let nothing = fork_and_exec::spawn(&[c"/nowhere".into()]);
    nothing.err().ok_or("spawned")?;

    exceptions::check(&mut sh("sleep 0.05"), LONG)?;
    exceptions::check(&mut sh("exit 1"), LONG).err().ok_or("no error")?;
    exceptions::check(&mut sh("exec sleep 60"), NOW).err().ok_or("late")?;
    exceptions::check(&mut Command::new(NOWHERE), NOW).err().ok_or("found")?;
    let status = launch(&mut sh("sleep 0.05"))?.wait()?;
    ensure(status.success(), "launch")?;
    launch(&mut Command::new(NOWHERE)).err().ok_or("launched")?;

    let mut child = sh("exec sleep 0.2").spawn()?;
    let waits = [
        timeout::wait_timeout(&mut child, NOW),
        timeout::wait_looping(&mut child, NOW),
        timeout::wait_timeout(&mut child, LONG),
        timeout::wait_looping(&mut child, LONG),
    ];
    let waits: Vec<bool> = waits
        .into_iter()
        .map(|status| status.map(|status| status.is_some()))
        .collect::<Result<_, _>>()?;
    same(waits, vec![false, false, true, true])?;
    #[cfg(target_os = "linux")]
    {
        let time = timeout::output_timeout;
        let (status, text) = time(&mut sh("sleep 0.05; printf x"), LONG)?;
        same((status.is_some(), text), (true, b"x".into()))?;
        same(time(&mut sh("exec sleep 60"), NOW)?, (None, vec![]))?;
        time(&mut Command::new(NOWHERE), NOW).err().ok_or("found")?;
    }
    drop(Guard::waiting(&mut sh("sleep 0.05"))?);
    drop(Guard::killing(&mut sh("exec sleep 60"))?);
    Guard::killing(&mut Command::new(NOWHERE)).err().ok_or("started")?;
    runs()
}

/// `run`, in all the ways in which it ends.
fn runs() -> Outcome {
    let run = |script: &str| Run::from(sh(script));
    run("exit 3").run()?;
    run("exit 3").check().run().err().ok_or("no error")?;
    run("cat").input("x").capture_merged().timeout(LONG).check().run()?;
    with_orphans(|| {
        let late = || run("sleep 60; :").timeout(NOW);
        late().capture().run().err().ok_or("late")?;
        late().input("x").run().err().ok_or("late")?;
        Ok(())
    })?;
    Run::new(NOWHERE).input("x").capture().run().err().ok_or("found")?;
    Run::new("true").current_dir(NOWHERE).run().err().ok_or("entered")?;
    Run::new(NOWHERE).capture_merged().run().err().ok_or("found")?;
    Ok(())
}

fn nothing_left() -> Outcome {
    type Step = (&'static str, fn() -> Outcome);
    let steps: [Step; 6] = [
        ("run", much_through_run),
        ("communicate", much_through_communicate),
        ("talk", much_through_talk),
        ("the others", others),
        ("a descriptor is passed", || {
            let mut cat = Command::new("true");
            close_fds::pass(&mut cat, io::pipe()?.0);
            Ok(cat.status().map(drop)?)
        }),
        ("no descriptor is left", no_descriptor),
    ];
    let before = descriptors();
    for (name, step) in steps {
        let named = |error: Box<dyn Error>| format!("{name}: {error}");
        step().map_err(named)?;
        same(descriptors(), before.clone()).map_err(named)?;
        no_child().map_err(named)?;
    }
    Ok(())
}

/// With every number of descriptors that may be too low, each function gives an
/// error or does its work. No child is left, and nothing is open.
fn no_descriptor() -> Outcome {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};

    let open = descriptors();
    let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    let mut failed = 0;
    for free in 0..12 {
        // The lowest limit that leaves so many numbers free.
        let limit = (0..256).filter(|fd| !open.contains(fd)).nth(free);
        let limit = limit.ok_or("no number")? as u64;
        let input = vec![b'x'; 1 << 17];
        setrlimit(Resource::RLIMIT_NOFILE, limit, hard)?;
        let good: [bool; 7] = [
            Run::from(sh("cat")).input(input.clone()).capture().run().is_ok(),
            Run::from(sh("cat"))
                .input(input.clone())
                .capture_merged()
                .timeout(LONG)
                .run()
                .is_ok(),
            piped("cat").and_then(|cat| communicate(cat, &input)).is_ok(),
            older_functions::getstatusoutput("echo x").is_ok(),
            pipeline::pipeline(vec![sh("echo x"), sh("cat"), sh("cat")])
                .is_ok(),
            exceptions::check(&mut sh("exit 0"), LONG).is_ok(),
            fork_and_exec::spawn(&[c"true".into()])
                .map(|pid| nix::sys::wait::waitpid(pid, None))
                .is_ok(),
        ];
        #[cfg(target_os = "linux")]
        let _ = timeout::output_timeout(&mut sh("echo x"), LONG);
        setrlimit(Resource::RLIMIT_NOFILE, soft, hard)?;
        failed += good.iter().filter(|good| !**good).count();
        same(descriptors(), open.clone())?;
        no_child().map_err(|error| format!("{free} free: {error}"))?;
    }
    ensure(failed > 7, "the limit was never too low")
}
