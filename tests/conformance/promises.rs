//! What the library's documentation promises, by each start method: what came
//! back wrong once, and its kind.

use std::env;
use std::error::Error;
use std::io::{self, PipeWriter, Read, Write, pipe};
use std::os::fd::AsFd;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use multiprocessing as mp;
use multiprocessing::{
    AnyTarget, Process, StartMethod, Target, active_children, current_process,
    parent_process,
};
use nix::libc;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::signal::{SigHandler, Signal, signal};
use nix::unistd::{ForkResult, fork};
use serde::{Deserialize, Serialize};

use crate::process::{
    END, METHODS, SECOND, SLEEP, end_of, in_a_child, sleeper,
};
use support::case::{ASKED, Case, Outcome, children_of_this_process, ensure};

pub const CASES: &[Case] = &[
    ("values arrive as they were sent", values_arrive),
    ("a value that cannot be read is refused", value_refused),
    ("a value of another type is not read", another_type),
    ("a panic with a vicious payload stays in the child", vicious_payload),
    ("a second guard in a child does nothing", second_guard),
    ("two targets of one name are refused", name_twice),
    ("a raw fork is a process of its own", raw_fork),
    ("a daemon is a process of its own", daemon),
    #[cfg(target_os = "linux")]
    ("a namespace changes nobody", namespace),
    ("a stranger with the socket keeps nobody waiting", stranger),
    ("a child that dies before it reads is no error", dead_reader),
    ("SIGPIPE is the same in each child", sigpipe),
    ("a slow child holds up no printer", slow_child),
    ("a value is dropped while no lock is held", drop_waits),
    ("half a line is written once a process", half_line),
    ("the sentinel tells for ever", sentinel),
    ("a child outlives its server", no_server),
    ("a role given by hand is an error", role_by_hand),
    #[cfg(target_os = "linux")]
    ("without /proc the error names it", no_proc),
    ("a child holds nothing of its sisters", sisters),
    #[cfg(target_os = "linux")]
    ("a sister does not keep the server", sister_keeps_no_server),
    #[cfg(target_os = "linux")]
    ("a server is killed at any moment", server_killed_at_any_moment),
    #[cfg(target_os = "linux")]
    ("descriptors run out at each step of a start", no_room),
    #[cfg(target_os = "linux")]
    ("a starved start changes no later one", starved_first),
    ("forgotten children are waited for", forgotten),
    ("a target that guard does not know is refused", unknown_target),
    ("a child ends though a thread keeps a stream", stream_kept),
    ("a signal for all ends no server", signal_for_all),
    #[cfg(target_os = "linux")]
    ("a closed stream stays closed", closed_stream),
    ("another thread waits", another_thread),
    ("a program without serde sends bytes", bytes_alone),
];

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Deep(Option<Box<Deep>>);

type Odd = (f64, Option<()>, Option<Option<u8>>, Vec<f64>, Deep, Pairs);
type Pairs = std::collections::BTreeMap<(u8, String), i128>;

const ODD: Target<Odd> = Target::new("odd", |value: Odd| {
    let (nan, rest) = (value.3[0], &value.3[1..]);
    let same = (value.0, value.1, value.2) == (odd().0, odd().1, odd().2)
        && nan.to_bits() == odd().3[0].to_bits()
        && rest == &odd().3[1..]
        && (value.4, value.5) == (odd().4, odd().5);
    mp::exit(if same { 7 } else { 8 });
});
const DEEP: Target<Deep> = Target::new("deep", |_| ());
const VICIOUS: Target<()> = Target::new("vicious", |()| panic_any(Vicious));
const GUARDED: Target<()> = Target::new("guarded", |()| {
    crate::process::guard();
    mp::exit(5)
});
const BIG: Target<Vec<u8>> =
    Target::new("big", |bytes: Vec<u8>| mp::exit((bytes.len() >> 20) as u8));
const SIGPIPE: Target<()> = Target::new("sigpipe", |()| {
    let ignored = ignores_sigpipe();
    mp::exit(u8::from(ignored))
});
const STREAM: Target<i32> = Target::new("stream", |number| {
    let link = std::fs::read_link(format!("/proc/self/fd/{number}"));
    let is_pidfd =
        |link: std::path::PathBuf| link.to_string_lossy().contains("pidfd");
    mp::exit(u8::from(link.is_ok_and(is_pidfd)))
});
const HELD: Target<String> = Target::new("held", |dir| {
    let open = std::fs::read_dir(dir).map_or(200, Iterator::count);
    mp::exit(open as u8)
});

/// The targets of these cases.
pub const TARGETS: [&dyn AnyTarget; 9] =
    [&ODD, &DEEP, &VICIOUS, &GUARDED, &BIG, &SIGPIPE, &HELD, &WAITS, &STREAM];

const EIGHT_MIB: usize = 8 << 20;
/// What a fresh run of this program does before it comes to `guard`.
const BEFORE: &str = "CONFORMANCE_BEFORE_GUARD";

/// Does it.
pub fn before_guard() {
    match env::var(BEFORE).as_deref() {
        Ok("stranger") => hold_the_socket(),
        Ok("stranger, then die") => {
            hold_the_socket();
            // SAFETY: `_exit` has no precondition.
            unsafe { libc::_exit(9) }
        }
        Ok("sleep") => thread::sleep(Duration::from_millis(700)),
        Ok("half a line") => print!("half a line, "),
        _ => {}
    }
}

/// A process that knows nothing of the library keeps the socket open, with
/// which this run was started.
fn hold_the_socket() {
    // SAFETY: this process has one thread.
    if let Ok(ForkResult::Child) = unsafe { fork() } {
        thread::sleep(Duration::from_millis(1500));
        // SAFETY: `_exit` has no precondition.
        unsafe { libc::_exit(0) }
    }
}

/// Does something while each fresh run does that first.
fn with_before(what: &str, act: impl FnOnce() -> Outcome) -> Outcome {
    // SAFETY: a case has one thread.
    unsafe { env::set_var(BEFORE, what) };
    let acted = act();
    // SAFETY: as above; threads of the case have ended.
    unsafe { env::remove_var(BEFORE) };
    acted
}

/// The orphans of this case become its children, and are waited for.
fn with_orphans(act: impl FnOnce() -> Outcome) -> Outcome {
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_child_subreaper(true)?;
    let acted = act();
    mp_ends();
    while nix::sys::wait::wait().is_ok() {}
    acted
}

/// The fork server ends with the program, and is to end before.
fn mp_ends() {
    for child in active_children() {
        let _ = child.join();
    }
}

fn odd() -> Odd {
    let nan = f64::from_bits(0x7ff8_0000_dead_beef);
    let floats = vec![nan, f64::INFINITY, f64::NEG_INFINITY, -0.0];
    let pairs = Pairs::from([((1, "a".to_owned()), i128::MIN)]);
    (117.63331139400017, Some(()), Some(None), floats, deep(200), pairs)
}

fn deep(levels: usize) -> Deep {
    (0..levels).fold(Deep(None), |inner, _| Deep(Some(Box::new(inner))))
}

fn values_arrive() -> Outcome {
    for method in METHODS {
        let child = Process::call(&ODD, odd()).with_start_method(method);
        let code = end_of(child)?;
        ensure(code == Some(7), &format!("{method:?}: {code:?}"))?;
    }
    Ok(())
}

fn value_refused() -> Outcome {
    for method in [StartMethod::Spawn, StartMethod::ForkServer] {
        let child = Process::call(&DEEP, deep(5000));
        let mut child = child.with_start_method(method);
        let error = child.start().err().ok_or("started")?;
        let reason = error.source().map(ToString::to_string);
        let reason = format!("{error}: {}", reason.unwrap_or_default());
        let expected = "cannot write the value: it is more than";
        ensure(reason.starts_with(expected), &reason)?;
        ensure(active_children().is_empty(), "a child was started")?;
    }
    Ok(())
}

fn another_type() -> Outcome {
    let called = END.call("alloc::string::String", vec![10, 3]);
    let error = called.err().ok_or("called")?;
    let reason = error.source().map(ToString::to_string).unwrap_or_default();
    let expected = "alloc::string::String was sent, u8 is wanted";
    ensure(reason == expected, &reason)
}

/// Panics once more when it is dropped.
struct Vicious;

impl Drop for Vicious {
    fn drop(&mut self) {
        panic!("and again");
    }
}

/// If the panic unwound out of `start`, the child would come out of it here.
fn vicious_payload() -> Outcome {
    let parent = std::process::id();
    for method in METHODS {
        let child = Process::call(&VICIOUS, ()).with_start_method(method);
        let ended = catch_unwind(AssertUnwindSafe(|| {
            end_of(child).map_err(|e| e.to_string())
        }));
        if std::process::id() != parent {
            // SAFETY: `_exit` has no precondition.
            unsafe { libc::_exit(0) }
        }
        let code = ended.map_err(|_| "a panic in the parent")??;
        ensure(code == Some(1), &format!("{method:?}: {code:?}"))?;
    }
    Ok(())
}

fn second_guard() -> Outcome {
    for method in METHODS {
        let child = Process::call(&GUARDED, ()).with_start_method(method);
        let code = end_of(child)?;
        ensure(code == Some(5), &format!("{method:?}: {code:?}"))?;
    }
    Ok(())
}

fn name_twice() -> Outcome {
    const RESIZE: Target<u8> = Target::new("resize", |_| ());
    const DELETE: Target<u8> = Target::new("resize", |_| ());
    let error = mp::guard(&[&END, &RESIZE, &DELETE]).err();
    let named =
        matches!(&error, Some(mp::Error::TargetTwice(n)) if n == "resize");
    ensure(named, &format!("{error:?}"))
}

/// What a process that was copied by others finds, told through a pipe. It ends
/// as a program does, and takes its daemonic child along.
fn live_as_a_copy(original: &Process, mut tell: PipeWriter) -> Outcome {
    let me = std::process::id() as i32;
    ensure(current_process().pid() == me, "the PID is another's")?;
    ensure(active_children().is_empty(), "children of another process")?;
    let join = original.join();
    ensure(matches!(join, Err(mp::Error::NotParent)), "not its child")?;
    for method in METHODS {
        let child = Process::call(&END, 3).with_start_method(method);
        ensure(end_of(child)? == Some(3), "a child of its own")?;
    }
    let held = tell.try_clone()?;
    let mut child = Process::new(move || {
        let parent = parent_process().map(|parent| parent.pid());
        let alive = parent_process().is_some_and(|parent| parent.is_alive());
        if parent != Some(me) || !alive {
            mp::exit(1);
        }
        thread::sleep(Duration::from_secs(60));
        drop(held);
    })
    .with_daemon(true);
    child.start()?;
    thread::sleep(Duration::from_millis(50));
    ensure(child.is_alive()?, "the child does not know its parent")?;
    Ok(tell.write_all(b"fine")?)
}

fn raw_fork() -> Outcome {
    let mut child = sleeper();
    child.start()?;
    let (mut told, tell) = pipe()?;
    // SAFETY: this case has one thread.
    match unsafe { fork() }? {
        ForkResult::Child => {
            drop(told);
            if let Err(error) = live_as_a_copy(&child, tell) {
                eprintln!("in the copy: {error}");
            }
            std::process::exit(0)
        }
        ForkResult::Parent { child: copy } => {
            drop(tell);
            let mut said = String::new();
            told.read_to_string(&mut said)?;
            nix::sys::wait::waitpid(copy, None)?;
            ensure(said == "fine", &said)?;
        }
    }
    ensure(child.is_alive()?, "the copy's end has ended a child")?;
    child.kill()?;
    Ok(child.join()?)
}

fn daemon() -> Outcome {
    with_orphans(|| {
        let (mut told, tell) = pipe()?;
        in_a_child(|| {
            drop(told.try_clone()?);
            let mut child = Process::new(|| ());
            child.start()?;
            current_process();
            // The process that asks ends by `_exit`, and this is its child.
            nix::unistd::daemon(true, true)?;
            if let Err(error) = live_as_a_copy(&child, tell) {
                eprintln!("in the daemon: {error}");
            }
            std::process::exit(0)
        })?;
        let mut said = String::new();
        told.read_to_string(&mut said)?;
        ensure(said == "fine", &said)
    })
}

/// Where PIDs begin anew, PID 1 is not the one that it is a copy of.
#[cfg(target_os = "linux")]
fn namespace() -> Outcome {
    use nix::sched::{CloneFlags, unshare};

    in_a_child(|| {
        let mine = CloneFlags::CLONE_NEWUSER | CloneFlags::CLONE_NEWPID;
        if unshare(mine).is_err() {
            return Ok(()); // refused to this user, or on this machine
        }
        // The first child is PID 1 there, and so is its first one.
        in_a_child(|| {
            ensure(std::process::id() == 1, "it is not the first")?;
            ensure(current_process().pid() == 1, "PID")?;
            let parent = parent_process().ok_or("no parent")?;
            ensure(parent.is_alive(), "the parent lives")?;
            let mut child = sleeper();
            child.start()?;
            if unshare(CloneFlags::CLONE_NEWPID).is_err() {
                return child.kill().map_err(Into::into);
            }
            // SAFETY: this process has one thread.
            match unsafe { fork() }? {
                ForkResult::Child => {
                    let same_pid = std::process::id() == 1;
                    let not_its = matches!(
                        child.join_timeout(Duration::ZERO),
                        Err(mp::Error::NotParent)
                    );
                    let code = if same_pid && not_its { 0 } else { 1 };
                    // SAFETY: `_exit` has no precondition.
                    unsafe { libc::_exit(code) }
                }
                ForkResult::Parent { child: copy } => {
                    use nix::sys::wait::{WaitStatus, waitpid};
                    let ended = waitpid(copy, None)?;
                    child.kill()?;
                    let fine = WaitStatus::Exited(copy, 0);
                    ensure(ended == fine, "PID 1 took itself for its parent")
                }
            }
        })
    })
}

fn stranger() -> Outcome {
    with_orphans(|| {
        with_before("stranger", || {
            let start = Instant::now();
            let child = Process::call(&BIG, vec![7; EIGHT_MIB]);
            let child = child.with_start_method(StartMethod::Spawn);
            ensure(end_of(child)? == Some(8), "exit code")?;
            ensure(start.elapsed() < SECOND, "it waited for the stranger")
        })
    })
}

fn dead_reader() -> Outcome {
    // SAFETY: no handler is set.
    unsafe { signal(Signal::SIGPIPE, SigHandler::SigDfl) }?;
    with_orphans(|| {
        with_before("stranger, then die", || {
            let start = Instant::now();
            let child = Process::call(&BIG, vec![7; EIGHT_MIB]);
            let child = child.with_start_method(StartMethod::Spawn);
            ensure(end_of(child)? == Some(9), "exit code")?;
            ensure(start.elapsed() < SECOND, "it waited for the stranger")
        })
    })
}

fn ignores_sigpipe() -> bool {
    // SAFETY: all zeros is a valid action, and the call writes into it.
    unsafe {
        let mut now: libc::sigaction = std::mem::zeroed();
        libc::sigaction(libc::SIGPIPE, std::ptr::null(), &mut now);
        now.sa_sigaction == libc::SIG_IGN
    }
}

fn sigpipe() -> Outcome {
    for (handler, ignored) in [(SigHandler::SigDfl, 0), (SigHandler::SigIgn, 1)]
    {
        // SAFETY: no handler is set.
        unsafe { signal(Signal::SIGPIPE, handler) }?;
        for method in METHODS {
            let child = Process::call(&SIGPIPE, ()).with_start_method(method);
            let code = end_of(child)?;
            ensure(code == Some(ignored), &format!("{method:?}: {code:?}"))?;
        }
    }
    Ok(())
}

/// While a value goes to a child that is not there yet, others print.
fn slow_child() -> Outcome {
    static STOP: AtomicBool = AtomicBool::new(false);
    static SLOWEST: Mutex<Duration> = Mutex::new(Duration::ZERO);
    with_before("sleep", || {
        thread::scope(|scope| {
            scope.spawn(|| {
                while !STOP.load(Relaxed) {
                    let start = Instant::now();
                    let mut out = io::stdout().lock();
                    let _ = out.flush();
                    drop(out);
                    let _ = io::stderr().lock().flush();
                    current_process();
                    active_children();
                    let took = start.elapsed();
                    let mut slowest = SLOWEST.lock().expect("no panic");
                    *slowest = took.max(*slowest);
                    drop(slowest);
                    thread::sleep(Duration::from_millis(1));
                }
            });
            let start = Instant::now();
            let child = Process::call(&BIG, vec![7; EIGHT_MIB]);
            let mut child = child.with_start_method(StartMethod::Spawn);
            let started = child.start();
            let slow = start.elapsed();
            let joined = child.join();
            STOP.store(true, Relaxed);
            started?;
            joined?;
            let long = Duration::from_millis(600);
            ensure(slow > long, "the child was not slow, so nothing was tried")
        })
    })?;
    let slowest = *SLOWEST.lock().expect("no panic");
    ensure(slowest < SECOND / 4, &format!("a printer waited {slowest:?}"))
}

/// Its destructor waits for a thread that prints and asks the library.
#[derive(Serialize, Deserialize)]
struct Waits;

impl Drop for Waits {
    fn drop(&mut self) {
        let printer = thread::spawn(|| {
            print!("");
            eprint!("");
            active_children();
        });
        let _ = printer.join();
    }
}

const WAITS: Target<Waits> = Target::new("waits", |_| mp::exit(3));

fn drop_waits() -> Outcome {
    for method in METHODS {
        let child = Process::call(&WAITS, Waits).with_start_method(method);
        let code = end_of(child)?;
        ensure(code == Some(3), &format!("{method:?}: {code:?}"))?;
    }
    Ok(())
}

/// The server is killed at any moment of a start: then the child is another
/// server's, or its exit code is lost. Nobody waits for ever, and nothing runs
/// that `start` does not know of.
#[cfg(target_os = "linux")]
fn server_killed_at_any_moment() -> Outcome {
    // The last server ends with the child that has asked for it.
    with_orphans(|| in_a_child(kill_servers))
}

#[cfg(target_os = "linux")]
fn kill_servers() -> Outcome {
    let mut lost = 0;
    for n in 0..300u64 {
        let first = Process::call(&END, 1);
        end_of(first.with_start_method(StartMethod::ForkServer))?;
        let servers = children_of_this_process()?;
        let server = servers.last().ok_or("no server")?;
        let server = nix::unistd::Pid::from_raw(*server);
        let mut killer = Process::new(move || {
            let start = Instant::now();
            let moment = Duration::from_micros(n * 7 % 900);
            while start.elapsed() < moment {}
            let _ = nix::sys::signal::kill(server, Signal::SIGKILL);
        });
        killer.start()?;
        let child = Process::call(&END, 3);
        let mut child = child.with_start_method(StartMethod::ForkServer);
        child.start()?;
        match child.join() {
            Ok(()) => {
                let code = child.exitcode()?;
                ensure(code == Some(3), &format!("{n}: {code:?}"))?;
            }
            Err(mp::Error::ServerDied) => lost += 1,
            Err(error) => return Err(error.into()),
        }
        killer.join()?;
    }
    ensure(lost < 300, "each exit code was lost")
}

/// The cases that other cases run.
pub const HELPERS: &[Case] = &[
    ("half a line: the program", half_a_line),
    ("a spawned child is killed", spawned_is_killed),
];

/// What `start` and `join` make of a child that something has killed.
fn spawned_is_killed() -> Outcome {
    let child = Process::call(&BIG, vec![7; EIGHT_MIB]);
    let code = end_of(child.with_start_method(StartMethod::Spawn))?;
    ensure(code == Some(-9), &format!("{code:?}"))
}

fn half_a_line() -> Outcome {
    let server = [StartMethod::ForkServer; 2];
    for method in server.into_iter().chain([StartMethod::Spawn]) {
        let child = Process::call(&END, 3).with_start_method(method);
        ensure(end_of(child)? == Some(3), "exit code")?;
    }
    Ok(())
}

fn half_line() -> Outcome {
    let mut program = Command::new(env::current_exe()?);
    program.args([ASKED, HELPERS[0].0]).env(BEFORE, "half a line");
    let output = String::from_utf8(program.output()?.stdout)?;
    // The program, the server, and the spawned child have come to the guard.
    let count = output.matches("half a line").count();
    ensure(count == 3, &format!("{count} times: {output}"))
}

fn sentinel() -> Outcome {
    for method in METHODS {
        let mut child = Process::call(&END, 3).with_start_method(method);
        child.start()?;
        let ready = |child: &Process, timeout: PollTimeout| {
            let sentinel = child.sentinel()?;
            let mut fds = [PollFd::new(sentinel, PollFlags::POLLIN)];
            Ok::<_, Box<dyn Error>>(poll(&mut fds, timeout)? == 1)
        };
        ensure(ready(&child, PollTimeout::NONE)?, "it has not ended")?;
        let what = format!("{method:?}: not readable any more after ");
        while !active_children().is_empty() {}
        let zero = PollTimeout::ZERO;
        ensure(ready(&child, zero)?, &(what.clone() + "active_children"))?;
        ensure(child.exitcode()? == Some(3), "exit code")?;
        child.join()?;
        ensure(ready(&child, zero)?, &(what + "join"))?;
    }
    Ok(())
}

/// The server is killed; its child hears a signal, and is waited for.
fn no_server() -> Outcome {
    with_orphans(|| {
        for end in [Process::terminate, Process::kill, Process::interrupt] {
            let nap = Process::call(&SLEEP, 60);
            let mut nap = nap.with_start_method(StartMethod::ForkServer);
            nap.start()?;
            let servers = children_of_this_process()?;
            let server = servers.last().ok_or("no server")?;
            let server = nix::unistd::Pid::from_raw(*server);
            nix::sys::signal::kill(server, Signal::SIGKILL)?;
            let ended = nap.join_timeout(Duration::from_millis(20))?;
            ensure(!ended && nap.is_alive()?, "it went with its server")?;
            end(&nap)?;
            let ended = nap.join_timeout(Duration::from_secs(5));
            let told = matches!(ended, Err(mp::Error::ServerDied));
            ensure(told, &format!("{ended:?}"))?;
            ensure(!nap.is_alive()?, "alive")?;
        }
        Ok(())
    })
}

fn role_by_hand() -> Outcome {
    for role in ["--multiprocessing-spawn", "--multiprocessing-forkserver"] {
        let output = Command::new(env::current_exe()?).arg(role).output()?;
        let said = String::from_utf8(output.stderr)?;
        let expected = format!(
            "Error: {role} is for the library: descriptor 3 is no socket\n"
        );
        ensure(said == expected, &said)?;
        ensure(output.status.code() == Some(1), "exit status")?;
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn no_proc() -> Outcome {
    use nix::mount::{MsFlags, mount};
    use nix::sched::{CloneFlags, unshare};

    in_a_child(|| {
        let none = None::<&str>;
        let private = MsFlags::MS_REC | MsFlags::MS_PRIVATE;
        if unshare(CloneFlags::CLONE_NEWNS).is_err()
            || mount(none, "/", none, private, none).is_err()
            || mount(Some("x"), "/proc", Some("tmpfs"), MsFlags::empty(), none)
                .is_err()
        {
            return Ok(()); // for root only
        }
        for method in [StartMethod::Spawn, StartMethod::ForkServer] {
            let child = Process::call(&END, 3).with_start_method(method);
            let error = { child }.start().err().ok_or("started")?;
            let named = error.to_string().contains("/proc/");
            ensure(named && error.source().is_some(), &error.to_string())?;
        }
        // A fork needs nothing of it.
        in_a_child(|| Ok(()))
    })
}

/// The descriptors that a child has do not grow with its sisters.
fn sisters() -> Outcome {
    let dir = match cfg!(target_os = "linux") {
        true => "/proc/self/fd",
        false => "/dev/fd",
    };
    let count = |method| {
        let child = Process::call(&HELD, dir.to_owned());
        end_of(child.with_start_method(method))
    };
    for method in METHODS {
        count(method)?; // what the first start opens stays
    }
    let alone = METHODS.map(|method| count(method).ok().flatten());
    for method in METHODS.into_iter().cycle().take(9) {
        let nap = Process::call(&SLEEP, 60).with_start_method(method);
        nap.with_daemon(true).start()?;
    }
    let beside = METHODS.map(|method| count(method).ok().flatten());
    ensure(alone == beside, &format!("{alone:?}, then {beside:?}"))
}

/// A killed parent's server ends, though a sister has a copy of all that the
/// parent had.
#[cfg(target_os = "linux")]
fn sister_keeps_no_server() -> Outcome {
    with_orphans(|| {
        let (mut told, mut tell) = pipe()?;
        let mut parent = Process::new(|| {
            let nap = Process::call(&SLEEP, 60);
            let mut nap = nap.with_start_method(StartMethod::ForkServer);
            nap.start().expect("a served child");
            let servers = children_of_this_process();
            let server = servers.expect("a list")[0];
            let mut sister = sleeper();
            sister.start().expect("a sister");
            let all = [nap.pid(), Ok(Some(server)), sister.pid()];
            for pid in all {
                let pid = pid.ok().flatten().expect("a PID");
                tell.write_all(&pid.to_ne_bytes()).expect("read");
            }
            thread::sleep(Duration::from_secs(60));
        });
        parent.start()?;
        let mut pids = [0; 12];
        told.read_exact(&mut pids)?;
        let pid = |n: usize| {
            let bytes = [0, 1, 2, 3].map(|i| pids[4 * n + i]);
            i32::from_ne_bytes(bytes)
        };
        parent.kill()?;
        parent.join()?;
        let server = nix::unistd::Pid::from_raw(pid(1));
        let start = Instant::now();
        let ended = loop {
            use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
            match waitpid(server, Some(WaitPidFlag::WNOHANG))? {
                WaitStatus::StillAlive if start.elapsed() < SECOND * 5 => {
                    thread::sleep(Duration::from_millis(1));
                }
                WaitStatus::StillAlive => break false,
                _ => break true,
            }
        };
        for pid in [pid(0), pid(2)] {
            let pid = nix::unistd::Pid::from_raw(pid);
            nix::sys::signal::kill(pid, Signal::SIGKILL)?;
        }
        ensure(ended, "the server waits for the sister")
    })
}

/// All descriptors but a few, which are closed with this.
fn fill(free: usize) -> Vec<std::os::fd::OwnedFd> {
    let copy = || io::stdout().as_fd().try_clone_to_owned();
    let mut full: Vec<_> = std::iter::from_fn(|| copy().ok()).collect();
    full.truncate(full.len().saturating_sub(free));
    full
}

fn limit_descriptors() -> Outcome {
    let limit = libc::rlimit { rlim_cur: 64, rlim_max: 64 };
    // SAFETY: the pointer is that of `limit`.
    let set = unsafe { libc::setrlimit(libc::RLIMIT_NOFILE, &limit) };
    ensure(set == 0, "setrlimit")
}

/// `start` succeeds or fails, whatever number of descriptors there is; the work
/// is done as often as it has succeeded, and nothing is kept.
#[cfg(target_os = "linux")]
fn no_room() -> Outcome {
    limit_descriptors()?;
    let (mut told, tell) = pipe()?;
    let mut done = 0;
    for method in METHODS {
        end_of(Process::call(&END, 3).with_start_method(method))?;
        let open = crate::subprocess::descriptors();
        let mut failed = 0;
        for free in 0..14 {
            let full = fill(free);
            let mut child = match method {
                StartMethod::Fork => Process::new(|| {
                    let _ = nix::unistd::write(&tell, b"!");
                    mp::exit(3);
                }),
                method => Process::call(&END, 3).with_start_method(method),
            };
            let started = child.start();
            drop(full);
            match started {
                Ok(()) => {
                    child.join()?;
                    let code = child.exitcode()?;
                    ensure(code == Some(3), &format!("{free}: {code:?}"))?;
                    done += usize::from(method == StartMethod::Fork);
                }
                Err(mp::Error::System { source, .. }) => {
                    let reason = source.to_string();
                    let named = reason.contains("Too many open files");
                    ensure(named, &format!("{method:?} {free}: {reason}"))?;
                    failed += 1;
                }
                Err(error) => return Err(error.into()),
            }
            drop(child);
            let again = Process::call(&END, 3).with_start_method(method);
            let code = end_of(again)?;
            ensure(code == Some(3), &format!("again, {free}: {code:?}"))?;
            let now = crate::subprocess::descriptors();
            ensure(now == open, &format!("{method:?} {free}: {now:?}"))?;
        }
        // A fork has kept room for the one descriptor that it needs.
        let fork = method == StartMethod::Fork;
        let fine = fork == (failed == 0);
        ensure(fine, &format!("{method:?}: {failed} starts have failed"))?;
    }
    drop(tell);
    let mut all = Vec::new();
    told.read_to_end(&mut all)?;
    let times = all.len();
    ensure(times == done, &format!("{times} works of {done} starts"))
}

#[cfg(target_os = "linux")]
fn starved_first() -> Outcome {
    use std::os::fd::AsRawFd;

    limit_descriptors()?;
    let full = fill(0);
    let mut first = Process::new(|| ());
    ensure(first.start().is_err(), "there was room")?;
    drop(full);
    first.start()?;
    let fd = first.sentinel()?.as_raw_fd();
    let what = std::fs::read_link(format!("/proc/self/fd/{fd}"))?;
    first.join()?;
    let what = what.to_string_lossy();
    ensure(what.contains("pidfd"), &what)
}

fn forgotten() -> Outcome {
    limit_descriptors()?;
    for method in METHODS {
        for n in 0..80 {
            let mut child = Process::call(&END, 3).with_start_method(method);
            child.start().map_err(|e| format!("{method:?} {n}: {e}"))?;
            let sentinel = PollFd::new(child.sentinel()?, PollFlags::POLLIN);
            poll(&mut [sentinel], PollTimeout::NONE)?;
        }
    }
    Ok(())
}

fn unknown_target() -> Outcome {
    const UNKNOWN: Target<u8> = Target::new("unknown", |code| mp::exit(code));
    const OTHER: Target<u16> = Target::new("end", |_| mp::exit(1));
    for method in [StartMethod::Spawn, StartMethod::ForkServer] {
        let unknown = Process::call(&UNKNOWN, 3).with_start_method(method);
        let other = Process::call(&OTHER, 3).with_start_method(method);
        let expected = ["\"unknown\" is no target", "is of another type"];
        for (mut child, expected) in [unknown, other].into_iter().zip(expected)
        {
            let error = child.start().err().ok_or("started")?.to_string();
            ensure(error.contains(expected), &format!("{method:?}: {error}"))?;
        }
    }
    Ok(())
}

fn stream_kept() -> Outcome {
    let mut child = Process::new(|| {
        let (kept, keeps) = std::sync::mpsc::channel();
        thread::spawn(move || {
            let _out = io::stdout().lock();
            let _err = io::stderr().lock();
            let _ = kept.send(());
            thread::sleep(Duration::from_secs(60));
        });
        let _ = keeps.recv();
        mp::exit(3);
    });
    child.start()?;
    let ended = child.join_timeout(Duration::from_secs(5))?;
    child.kill()?;
    child.join()?;
    ensure(ended && child.exitcode()? == Some(3), "it waits for the thread")
}

fn signal_for_all() -> Outcome {
    in_a_child(|| {
        nix::unistd::setpgid(
            nix::unistd::Pid::from_raw(0),
            nix::unistd::Pid::from_raw(0),
        )?;
        let all =
            [Signal::SIGHUP, Signal::SIGINT, Signal::SIGQUIT, Signal::SIGTERM];
        for one in all {
            // SAFETY: no handler is set.
            unsafe { signal(one, SigHandler::SigIgn) }?;
        }
        let nap = Process::call(&SLEEP, 60);
        let mut nap = nap.with_start_method(StartMethod::ForkServer);
        nap.start()?;
        for one in all {
            nix::sys::signal::killpg(nix::unistd::getpgrp(), one)?;
        }
        let next = Process::call(&END, 3);
        let next = next.with_start_method(StartMethod::ForkServer);
        ensure(end_of(next)? == Some(3), "the next child")?;
        ensure(nap.is_alive()?, "it does not ignore what its parent does")?;
        nap.kill()?;
        nap.join()?;
        ensure(nap.exitcode()? == Some(-9), "the server is gone")
    })
}

#[cfg(target_os = "linux")]
fn closed_stream() -> Outcome {
    in_a_child(|| {
        nix::unistd::close(0)?;
        for method in METHODS {
            let stream = Process::call(&STREAM, 0).with_start_method(method);
            let code = end_of(stream)?;
            let own = method == StartMethod::Fork; // inherited as it is
            let fine = code == Some(0) || own;
            ensure(fine, &format!("{method:?}: {code:?}"))?;
        }
        Ok(())
    })
}

fn another_thread() -> Outcome {
    for method in METHODS {
        let mut nap = Process::call(&SLEEP, 60).with_start_method(method);
        nap.start()?;
        let handle = nap.child()?;
        let waiter = thread::spawn(move || {
            handle.join()?;
            handle.exitcode()
        });
        nap.terminate()?;
        let code = waiter.join().map_err(|_| "the waiter panicked")??;
        ensure(code == Some(-15), &format!("{method:?}: {code:?}"))?;
    }
    Ok(())
}

/// A `Vec<u8>` is its own bytes, with the feature `serde` and without.
fn bytes_alone() -> Outcome {
    for method in METHODS {
        let child = Process::call(&BIG, vec![7; EIGHT_MIB]);
        let code = end_of(child.with_start_method(method))?;
        ensure(code == Some(8), &format!("{method:?}: {code:?}"))?;
    }
    Ok(())
}
