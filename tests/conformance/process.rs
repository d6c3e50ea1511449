//! CPython 3.11's `_test_multiprocessing.py`, asked of the library.

use std::env;
use std::error::Error;
use std::io::{
    self, IoSlice, IoSliceMut, PipeReader, PipeWriter, Read, Write, pipe,
};
use std::mem::forget;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd};
use std::os::unix::net::{UnixListener, UnixStream};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use multiprocessing as mp;
use multiprocessing::{
    Process, Run, StartMethod, Target, active_children, current_process,
};
use nix::errno::Errno;
use nix::fcntl::{FcntlArg, FdFlag, fcntl};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::signal::{
    SaFlags, SigAction, SigHandler, SigSet, Signal, kill, raise, sigaction,
};
use nix::sys::socket::{
    ControlMessage, ControlMessageOwned, MsgFlags, recvmsg, sendmsg,
};
use nix::unistd::{ForkResult, Pid, fork, getppid, gettid};

use support::case::{ASKED, Case, Outcome, children_of_this_process, ensure};

pub const CASES: &[Case] = &[
    ("_TestProcess.test_current", test_current),
    ("_TestProcess.test_args_argument", test_args_argument),
    ("_TestProcess.test_daemon_argument", test_daemon_argument),
    (
        "_TestProcess.test_parent_process_attributes",
        test_parent_process_attributes,
    ),
    ("_TestProcess.test_parent_process", test_parent_process),
    ("_TestProcess.test_process", test_process),
    (
        "_TestProcess.test_process_mainthread_native_id",
        test_process_mainthread_native_id,
    ),
    ("_TestProcess.test_terminate", test_terminate),
    ("_TestProcess.test_kill", test_kill),
    ("_TestProcess.test_cpu_count", test_cpu_count),
    ("_TestProcess.test_active_children", test_active_children),
    ("_TestProcess.test_recursion", test_recursion),
    ("_TestProcess.test_sentinel", test_sentinel),
    ("_TestProcess.test_close", test_close),
    ("_TestProcess.test_wait_for_threads", test_wait_for_threads),
    ("_TestProcess.test_interrupt_no_handler", test_interrupt_no_handler),
    ("_TestSubclassingProcess.test_subclassing", test_subclassing),
    ("_TestSubclassingProcess.test_stderr_flush", test_stderr_flush),
    ("_TestSubclassingProcess.test_sys_exit", test_sys_exit),
    ("_TestAtExit.test_atexit", test_atexit),
    ("_TestConnection.test_fd_transfer", test_fd_transfer),
    ("_TestConnection.test_large_fd_transfer", test_large_fd_transfer),
    ("_TestConnection.test_missing_fd_transfer", test_missing_fd_transfer),
    ("_TestPollEintr.test_poll_eintr", test_poll_eintr),
    ("TestIgnoreEINTR.test_ignore", test_ignore),
    ("TestIgnoreEINTR.test_ignore_listener", test_ignore_listener),
    ("TestStdinBadfiledescriptor.test_queue_in_process", test_queue_in_process),
    ("TestStdinBadfiledescriptor.test_flushing", test_flushing),
    ("TestWait.test_wait", test_wait),
    ("TestWait.test_wait_slow", test_wait_slow),
    ("TestWait.test_wait_timeout", test_wait_timeout),
    ("TestWait.test_neg_timeout", test_neg_timeout),
    ("TestNoForkBomb.test_noforkbomb", test_noforkbomb),
    ("TestForkAwareThreadLock.test_lock", test_lock),
    ("TestCloseFds.test_closefd", test_closefd),
    ("TestStartMethod.test_nested_startmethod", test_nested_startmethod),
    ("_TestFinalize.test_finalize", test_finalize),
    ("_TestProcess.test_forkserver_sigkill", test_forkserver_sigkill),
    ("_TestProcess.test_forkserver_sigint", test_forkserver_sigint),
    ("_TestProcess.test_set_executable", test_set_executable),
    ("TestStartMethod.test_context", test_context),
    ("TestStartMethod.test_set_get", test_set_get),
    ("TestStartMethod.test_get_all", test_get_all),
    ("_TestProcess.test_child_fd_inflation", test_child_fd_inflation),
    // What has no test in CPython, or fails there.
    ("join_says_that_the_status_was_lost", status_lost),
    ("join_timeout_ignores_grandchildren", grandchildren),
    ("threads_wait_for_one_child", threads_wait),
    ("output_of_a_child_of_a_threaded_parent", threaded_output),
    ("daemons_end_with_the_program_and_others_are_joined", at_exit),
    ("misuse_is_an_error", misuse),
    ("a_sister_reads_no_exit_code", sister_reads_nothing),
    ("a_full_fork_server_goes_on", full_server),
    ("a_value_may_use_the_library", value_uses_library),
    ("a_copy_does_not_hold_up_the_end", copy_at_the_end),
    ("a_child_without_a_descriptor_is_no_child", no_descriptor),
    ("groups_are_passed_on", groups_are_passed_on),
];

pub const SLEEP: Target<u64> =
    Target::new("sleep", |seconds| thread::sleep(Duration::from_secs(seconds)));
pub const END: Target<u8> = Target::new("end", |code| mp::exit(code));
const COUNT_FDS: Target<(String, i32)> = Target::new("count", count_fds);
const WRITE: Target<i32> = Target::new("write", |fd| {
    // SAFETY: it is not owned, and nobody in this process uses it.
    let fd = unsafe { BorrowedFd::borrow_raw(fd) };
    let written = nix::unistd::write(fd, b"!");
    mp::exit(u8::from(written == Err(Errno::EBADF)));
});
const SUM: Target<(u8, Vec<u8>)> = Target::new("sum", |(first, rest)| {
    mp::exit(first + rest.iter().sum::<u8>())
});

pub fn guard() {
    let mut targets: Vec<&dyn mp::AnyTarget> =
        vec![&SLEEP, &END, &COUNT_FDS, &WRITE, &SUM, &CURIOUS, &GROUPS];
    targets.extend(crate::promises::TARGETS);
    mp::guard(&targets).expect("each has a name of its own");
}

/// A program without a guard, if this is to be one.
pub fn before_guard() {
    if env::args().nth(1).as_deref() == Some("--unguarded") {
        let (code, error) = unguarded();
        println!("{code:?} {error:?}");
        std::process::exit(0);
    }
}

pub const SECOND: Duration = Duration::from_secs(1);
const LONG: Duration = Duration::from_secs(60);

/// A child that runs until it is ended.
pub fn sleeper() -> Process<'static> {
    Process::new(|| thread::sleep(LONG)).with_daemon(true)
}

/// Runs `check` in a child; the child's failure is the case's.
pub fn in_a_child(check: impl FnOnce() -> Outcome) -> Outcome {
    let mut child = Process::new(|| {
        if let Err(error) = check() {
            eprintln!("in the child: {error}");
            mp::exit(1);
        }
    });
    child.start()?;
    child.join()?;
    ensure(child.exitcode()? == Some(0), "the child failed")
}

fn test_current() -> Outcome {
    let me = current_process();
    ensure(me.pid() as u32 == std::process::id(), "pid")?;
    ensure(me.name() == "MainProcess", "name")?;
    ensure(!me.daemon(), "daemon")?;
    ensure(me.authkey()?.as_bytes().len() == 32, "authkey")
}

/// CPython takes a list or a tuple of arguments. Here it is the closure that
/// holds them, or one value of a type that can be sent.
fn test_args_argument() -> Outcome {
    for method in METHODS {
        let value = (1, vec![2, 3]);
        let sum = Process::call(&SUM, value).with_start_method(method);
        ensure(end_of(sum)? == Some(6), &format!("{method:?}"))?;
    }
    let (first, rest) = (1, [2, 3]);
    let sum = Process::new(|| mp::exit(first + rest.iter().sum::<u8>()));
    ensure(end_of(sum)? == Some(6), "a closure")
}

/// Starts a child, waits for it, and gives its exit code.
pub fn end_of(mut child: Process) -> Result<Option<i32>, Box<dyn Error>> {
    child.start()?;
    child.join()?;
    Ok(child.exitcode()?)
}

fn test_daemon_argument() -> Outcome {
    let default = Process::new(|| ());
    ensure(default.daemon() == current_process().daemon(), "inherited")?;
    ensure(Process::new(|| ()).with_daemon(true).daemon(), "true")?;
    ensure(!Process::new(|| ()).with_daemon(false).daemon(), "false")?;
    let mut daemon = Process::new(|| {
        let inherited = Process::new(|| ()).daemon();
        mp::exit(u8::from(inherited));
    })
    .with_daemon(true);
    daemon.start()?;
    daemon.join()?;
    ensure(daemon.exitcode()? == Some(1), "inherited from a daemon")
}

fn test_parent_process_attributes() -> Outcome {
    ensure(mp::parent_process().is_none(), "the main process has none")?;
    let main = current_process();
    in_a_child(|| {
        let parent = mp::parent_process().ok_or("no parent")?;
        ensure(parent.pid() == main.pid(), "pid")?;
        ensure(parent.name() == main.name(), "name")
    })
}

#[cfg(target_os = "linux")]
fn test_parent_process() -> Outcome {
    nix::sys::prctl::set_child_subreaper(true)?;
    let (mut answers, mut answer) = pipe()?;
    let mut middle = Process::new(move || {
        let mut orphan = Process::new(move || {
            let parent = mp::parent_process().expect("a parent");
            let alive = parent.is_alive();
            answer.write_all(&[u8::from(alive)]).expect("main reads");
            let ended = parent.join_timeout(LONG).expect("a wait");
            let alive = parent.is_alive();
            let last = [u8::from(ended), u8::from(alive)];
            answer.write_all(&last).expect("main reads");
        });
        orphan.start().expect("a child");
        thread::sleep(LONG);
    });
    middle.start()?;
    let mut first = [2];
    answers.read_exact(&mut first)?;
    ensure(first == [1], "the parent lives")?;
    middle.kill()?;
    middle.join()?;
    let mut rest = [2, 2];
    answers.read_exact(&mut rest)?;
    nix::sys::wait::wait()?;
    ensure(rest == [1, 0], "the parent has ended")
}

#[cfg(not(target_os = "linux"))]
fn test_parent_process() -> Outcome {
    Ok(()) // An orphan could not be waited for.
}

fn test_process() -> Outcome {
    let (mut told, mut tell) = pipe()?;
    let (mut leave, mut may_leave) = pipe()?;
    let key = current_process().authkey()?;
    let mut child = Process::new(move || {
        let me = current_process();
        let same = me.authkey().is_ok_and(|its| its == key);
        let line = format!("{} {} {} {same}", me.name(), me.pid(), getppid());
        tell.write_all(line.as_bytes()).expect("the parent reads");
        drop(tell);
        leave.read_exact(&mut [0]).expect("the parent writes");
    })
    .with_name("Ada");
    ensure(!child.is_alive()?, "not alive before the start")?;
    ensure(child.pid()?.is_none(), "no pid before the start")?;
    ensure(child.exitcode()?.is_none(), "no exit code before the start")?;
    ensure(active_children().is_empty(), "no active child")?;

    child.start()?;
    let pid = child.pid()?.ok_or("no pid")?;
    let mut line = String::new();
    told.read_to_string(&mut line)?;
    let expected = format!("Ada {pid} {} true", std::process::id());
    ensure(line == expected, &format!("{line:?} is not {expected:?}"))?;
    ensure(child.is_alive()?, "alive")?;
    ensure(child.exitcode()?.is_none(), "an exit code of a living child")?;
    let active: Vec<i32> = active_children().iter().map(|c| c.pid()).collect();
    ensure(active == [pid], "active")?;
    may_leave.write_all(b"!")?;
    child.join()?;

    ensure(child.exitcode()? == Some(0), "exit code")?;
    ensure(!child.is_alive()?, "not alive after the end")?;
    ensure(child.pid()? == Some(pid), "the pid stays readable")?;
    ensure(active_children().is_empty(), "no active child is left")
}

fn test_process_mainthread_native_id() -> Outcome {
    let here = gettid();
    in_a_child(|| ensure(gettid() != here, "the same thread id"))
}

fn ended_by(
    signal: Signal,
    end: impl Fn(&Process) -> mp::Result<()>,
) -> Outcome {
    let mut child = sleeper();
    child.start()?;
    let start = Instant::now();
    ensure(!child.join_timeout(Duration::ZERO)?, "join(0) waits")?;
    ensure(start.elapsed() < SECOND, "join(0) returns at once")?;
    ensure(child.is_alive()?, "alive")?;
    end(&child)?;
    child.join()?;
    end(&child)?; // no error, and no stranger signalled
    ensure(!child.is_alive()?, "still alive")?;
    let code = child.exitcode()?;
    ensure(code == Some(-(signal as i32)), &format!("{code:?}"))
}

fn test_terminate() -> Outcome {
    ended_by(Signal::SIGTERM, |child| child.terminate())
}

fn test_kill() -> Outcome {
    ended_by(Signal::SIGKILL, |child| child.kill())
}

/// CPython's child with a handler for SIGINT ends with 1, by KeyboardInterrupt.
/// Rust has no such exception, so every child is one without a handler.
fn test_interrupt_no_handler() -> Outcome {
    ended_by(Signal::SIGINT, |child| child.interrupt())
}

fn test_cpu_count() -> Outcome {
    ensure(mp::cpu_count()? >= 1, "no processor")
}

fn test_active_children() -> Outcome {
    ensure(active_children().is_empty(), "none yet")?;
    let mut child = sleeper();
    ensure(active_children().is_empty(), "not before the start")?;
    child.start()?;
    let pids: Vec<i32> = active_children().iter().map(|c| c.pid()).collect();
    ensure(pids == [child.pid()?.unwrap_or(0)], "the one")?;
    child.kill()?;
    child.join()?;
    ensure(active_children().is_empty(), "not after join")
}

fn test_recursion() -> Outcome {
    fn report(path: &[u8], mut to: PipeWriter) -> Outcome {
        to.write_all(&[path, &[9]].concat())?;
        if path.len() < 2 {
            for branch in 0..2 {
                let path = [path, &[branch]].concat();
                let to = to.try_clone()?;
                in_a_child(move || report(&path, to))?;
            }
        }
        Ok(())
    }
    let (mut reports, to) = pipe()?;
    report(&[], to)?;
    let mut all = Vec::new();
    reports.read_to_end(&mut all)?;
    let expected = [9, 0, 9, 0, 0, 9, 0, 1, 9, 1, 9, 1, 0, 9, 1, 1, 9];
    ensure(all == expected, &format!("{all:?}"))
}

fn is_readable(
    child: &Process,
    timeout: PollTimeout,
) -> Result<bool, Box<dyn Error>> {
    let mut fds = [PollFd::new(child.sentinel()?, PollFlags::POLLIN)];
    Ok(poll(&mut fds, timeout)? == 1)
}

fn test_sentinel() -> Outcome {
    let mut child = sleeper();
    ensure(
        matches!(child.sentinel(), Err(mp::Error::NotStarted)),
        "no sentinel before the start",
    )?;
    child.start()?;
    ensure(!is_readable(&child, PollTimeout::ZERO)?, "ready too early")?;
    child.kill()?;
    ensure(is_readable(&child, PollTimeout::from(5000u16))?, "never ready")?;
    child.join()?;
    Ok(())
}

fn test_close() -> Outcome {
    // The lowest descriptor that is free shows whether one has leaked.
    let free = || io::stdout().as_fd().try_clone_to_owned();
    end_of(Process::new(|| ()))?; // the first start opens one for good
    let before = free()?.as_raw_fd();
    let mut child = sleeper();
    child.start()?;
    ensure(free()?.as_raw_fd() > before, "no descriptor is held")?;
    ensure(
        matches!(child.close(), Err(mp::Error::StillRunning)),
        "closed while it runs",
    )?;
    child.kill()?;
    child.join()?;
    child.close()?;
    child.close()?;
    ensure(free()?.as_raw_fd() == before, "a descriptor has leaked")?;
    let closed = [
        child.join().err(),
        child.join_timeout(SECOND).err(),
        child.is_alive().err(),
        child.terminate().err(),
        child.kill().err(),
        child.pid().err(),
        child.exitcode().err(),
        child.sentinel().err(),
        child.start().err(),
    ];
    for error in closed {
        ensure(matches!(error, Some(mp::Error::Closed)), "not closed")?;
    }
    Ok(())
}

/// CPython's child waits for its non-daemonic threads. A Rust program does not
/// wait for its threads either, so neither does the child.
fn test_wait_for_threads() -> Outcome {
    let start = Instant::now();
    in_a_child(|| {
        thread::spawn(|| thread::sleep(LONG));
        Ok(())
    })?;
    ensure(start.elapsed() < LONG / 2, "it waits for its threads")
}

fn test_subclassing() -> Outcome {
    /// Puts a word into capitals, until there are no more.
    struct Capitals {
        words: PipeReader,
        to: PipeWriter,
    }
    impl Run for Capitals {
        fn run(mut self) {
            let mut byte = [0];
            while self.words.read(&mut byte).is_ok_and(|n| n == 1) {
                if byte == [0] {
                    return;
                }
                byte.make_ascii_uppercase();
                self.to.write_all(&byte).expect("the parent reads");
            }
        }
    }
    let (words, mut word) = pipe()?;
    let (mut answers, to) = pipe()?;
    let mut child = Process::new(Capitals { words, to });
    child.start()?;
    word.write_all(b"tea\0")?;
    let mut answer = String::new();
    answers.read_to_string(&mut answer)?;
    child.join()?;
    ensure(answer == "TEA", &answer)?;
    ensure(child.exitcode()? == Some(0), "exit code")
}

fn test_stderr_flush() -> Outcome {
    let (mut errors, error) = pipe()?;
    let mut child = Process::new(move || {
        nix::unistd::dup2_stderr(error).expect("a standard error");
        panic!("the milk boils over");
    })
    .with_name("kettle");
    child.start()?;
    let mut said = String::new();
    errors.read_to_string(&mut said)?;
    child.join()?;
    ensure(child.exitcode()? == Some(1), "exit code")?;
    for part in ["process.rs", "the milk boils over", "Process kettle"] {
        ensure(said.contains(part), &format!("{part:?} is not in {said:?}"))?;
    }
    Ok(())
}

/// CPython takes any object, and a code above 255 loses its high bits. Here a
/// code is a byte.
fn test_sys_exit() -> Outcome {
    for code in [0, 1, 8, 255] {
        let mut child = Process::new(move || mp::exit(code));
        child.start()?;
        child.join()?;
        let seen = child.exitcode()?;
        ensure(seen == Some(code.into()), &format!("{code}: {seen:?}"))?;
    }
    // The destructors of the child's own values run, as `finally` does.
    let (mut told, tell) = pipe()?;
    struct Last(PipeWriter);
    impl Drop for Last {
        fn drop(&mut self) {
            self.0.write_all(b"!").expect("the parent reads");
        }
    }
    let last = Last(tell);
    let mut child = Process::new(|| {
        let last = Last(last.0.try_clone().expect("a copy"));
        mp::exit(if last.0.as_fd().try_clone_to_owned().is_ok() {
            3
        } else {
            4
        })
    });
    child.start()?;
    child.join()?;
    drop(child);
    forget(last);
    let mut byte = [0];
    told.read_exact(&mut byte)?;
    ensure(byte == *b"!", "the destructor")
}

/// From 3.13 on CPython runs in a forked child what `atexit` has registered
/// there. Here the destructors of the child's values do such work, and what the
/// C library's `atexit` holds is the parent's, and not run.
fn test_atexit() -> Outcome {
    static TELL: AtomicI32 = AtomicI32::new(-1);
    extern "C" fn at_exit() {
        let fd = TELL.load(Ordering::Relaxed);
        // SAFETY: the descriptor is open, and one byte is there.
        unsafe { nix::libc::write(fd, b"a".as_ptr().cast(), 1) };
    }
    struct Last;
    impl Drop for Last {
        fn drop(&mut self) {
            let fd = TELL.load(Ordering::Relaxed);
            // SAFETY: the descriptor is open for as long as its child runs.
            let fd = unsafe { BorrowedFd::borrow_raw(fd) };
            nix::unistd::write(fd, b"d").expect("the parent reads");
        }
    }
    let (mut told, tell) = pipe()?;
    TELL.store(tell.as_raw_fd(), Ordering::Relaxed);
    let child = Process::new(|| {
        // SAFETY: the function is plain, and does not unwind.
        unsafe { nix::libc::atexit(at_exit) };
        let _last = Last;
        mp::exit(3);
    });
    ensure(end_of(child)? == Some(3), "exit code")?;
    drop(tell);
    let mut said = String::new();
    told.read_to_string(&mut said)?;
    ensure(said == "d", &said)
}

/// Sends the descriptor, if any, over a socket.
fn send_fd(to: &UnixStream, fd: Option<BorrowedFd>) -> Outcome {
    let fds: Vec<i32> = fd.iter().map(AsRawFd::as_raw_fd).collect();
    let rights = [ControlMessage::ScmRights(&fds)];
    let rights = if fds.is_empty() { &[] } else { &rights[..] };
    let bytes = [IoSlice::new(b"!")];
    let flags = MsgFlags::empty();
    sendmsg::<()>(to.as_raw_fd(), &bytes, rights, flags, None)?;
    Ok(())
}

/// Receives a descriptor over a socket.
fn receive_fd(from: &UnixStream) -> Result<OwnedFd, Box<dyn Error>> {
    let mut byte = [0];
    let mut bytes = [IoSliceMut::new(&mut byte)];
    let mut space = nix::cmsg_space!([i32; 1]);
    let (fd, flags) = (from.as_raw_fd(), MsgFlags::empty());
    let message = recvmsg::<()>(fd, &mut bytes, Some(&mut space), flags)?;
    for part in message.cmsgs()? {
        if let ControlMessageOwned::ScmRights(fds) = part {
            // SAFETY: the kernel has just opened it for this process.
            return Ok(unsafe { OwnedFd::from_raw_fd(fds[0]) });
        }
    }
    Err("no descriptor came".into())
}

/// A child that writes into the descriptor which it receives; it ends with 1 if
/// none comes.
fn writer(from: UnixStream) -> Process<'static> {
    Process::new(move || {
        let Ok(fd) = receive_fd(&from) else { mp::exit(1) };
        let mut writer = PipeWriter::from(fd);
        writer.write_all(b"over a socket").expect("it is open");
    })
}

/// A descriptor reaches a child over a socket, and names the same file there.
fn test_fd_transfer() -> Outcome {
    let (ours, theirs) = UnixStream::pair()?;
    let mut child = writer(theirs);
    child.start()?;
    let (mut told, tell) = pipe()?; // after the start: it is not inherited
    send_fd(&ours, Some(tell.as_fd()))?;
    drop(tell);
    let mut said = String::new();
    told.read_to_string(&mut said)?;
    child.join()?;
    ensure(said == "over a socket", &said)?;
    ensure(child.exitcode()? == Some(0), "exit code")
}

/// The same with a number above 255.
fn test_large_fd_transfer() -> Outcome {
    let (ours, theirs) = UnixStream::pair()?;
    let mut child = writer(theirs);
    child.start()?;
    let (mut told, tell) = pipe()?;
    let high = fcntl(&tell, FcntlArg::F_DUPFD_CLOEXEC(256))?;
    // SAFETY: the kernel has just opened it.
    let high = unsafe { OwnedFd::from_raw_fd(high) };
    ensure(high.as_raw_fd() > 255, "a low number")?;
    send_fd(&ours, Some(high.as_fd()))?;
    drop((tell, high));
    let mut said = String::new();
    told.read_to_string(&mut said)?;
    child.join()?;
    ensure(said == "over a socket", &said)
}

/// A message without a descriptor is an error of the receiver, which says so.
fn test_missing_fd_transfer() -> Outcome {
    let (ours, theirs) = UnixStream::pair()?;
    let mut child = writer(theirs);
    child.start()?;
    send_fd(&ours, None)?;
    child.join()?;
    ensure(child.exitcode()? == Some(1), "it has found a descriptor")
}

/// 1 MiB passes through a pipe while signals rain on both ends.
fn test_ignore() -> Outcome {
    interrupt_by_sigusr1()?;
    let (mut told, mut tell) = pipe()?;
    let mut child = Process::new(move || {
        for _ in 0..64 {
            tell.write_all(&[7; 16384]).expect("the parent reads");
            thread::sleep(Duration::from_millis(1));
        }
    });
    child.start()?;
    let both = [Pid::this(), Pid::from_raw(child.pid()?.unwrap_or(0))];
    let mut rain = Process::new(move || {
        loop {
            for pid in both {
                let _ = kill(pid, Signal::SIGUSR1);
            }
            thread::sleep(Duration::from_micros(500));
        }
    })
    .with_daemon(true);
    rain.start()?;
    let mut all = Vec::new();
    told.read_to_end(&mut all)?;
    child.join()?;
    rain.kill()?;
    rain.join()?;
    ensure(child.exitcode()? == Some(0), "exit code")?;
    ensure(all == vec![7; 1 << 20], "not what was sent")
}

/// A child accepts a connection though a signal comes first.
fn test_ignore_listener() -> Outcome {
    interrupt_by_sigusr1()?;
    let path = env::current_dir()?.join("socket");
    let listener = UnixListener::bind(&path)?;
    let (mut told, mut tell) = pipe()?;
    let mut child = Process::new(move || {
        tell.write_all(b"!").expect("the parent reads");
        let (mut caller, _) = listener.accept().expect("a caller");
        caller.write_all(b"hello").expect("the caller reads");
    });
    child.start()?;
    told.read_exact(&mut [0])?;
    thread::sleep(Duration::from_millis(50)); // it is in `accept` by now
    kill(Pid::from_raw(child.pid()?.unwrap_or(0)), Signal::SIGUSR1)?;
    let mut said = String::new();
    UnixStream::connect(&path)?.read_to_string(&mut said)?;
    std::fs::remove_file(path)?;
    child.join()?;
    ensure(said == "hello", &said)?;
    ensure(child.exitcode()? == Some(0), "exit code")
}

static SIGNALS: AtomicUsize = AtomicUsize::new(0);

/// Has SIGUSR1 interrupt system calls.
fn interrupt_by_sigusr1() -> Outcome {
    extern "C" fn count(_: i32) {
        SIGNALS.fetch_add(1, Ordering::Relaxed);
    }
    let handler = SigHandler::Handler(count);
    let action = SigAction::new(handler, SaFlags::empty(), SigSet::empty());
    // SAFETY: the handler adds to an atomic, and nothing else.
    unsafe { sigaction(Signal::SIGUSR1, &action) }?;
    Ok(())
}

fn test_poll_eintr() -> Outcome {
    interrupt_by_sigusr1()?;
    let parent = Pid::this();
    let mut killer = Process::new(move || {
        for _ in 0..300 {
            let _ = kill(parent, Signal::SIGUSR1);
            thread::sleep(Duration::from_millis(1));
        }
    });
    let mut child = sleeper();
    child.start()?;
    killer.start()?;
    let start = Instant::now();
    let wait = Duration::from_millis(100);
    ensure(!child.join_timeout(wait)?, "ended early")?;
    ensure(start.elapsed() >= wait, "a signal cut the wait short")?;
    killer.join()?;
    ensure(killer.exitcode()? == Some(0), "exit code")?;
    child.kill()?;
    child.join()?;
    ensure(SIGNALS.load(Ordering::Relaxed) > 10, "hardly a signal came")
}

fn test_wait() -> Outcome {
    four_pipes(Duration::ZERO)
}

fn test_wait_slow() -> Outcome {
    four_pipes(Duration::from_millis(3))
}

/// Four children write ten messages each, and the parent reads them as they
/// come.
fn four_pipes(pause: Duration) -> Outcome {
    let mut children = Vec::new();
    let mut readers = Vec::new();
    for number in 0..4u8 {
        let (reader, mut writer) = pipe()?;
        let mut child = Process::new(move || {
            for message in 0..10 {
                thread::sleep(pause * u32::from((number + message) % 4));
                writer.write_all(&[10 * number + message]).expect("read");
            }
        });
        child.start()?;
        children.push(child);
        readers.push(reader);
    }
    let mut messages = Vec::new();
    while !readers.is_empty() {
        let mut fds: Vec<PollFd> = readers
            .iter()
            .map(|reader| PollFd::new(reader.as_fd(), PollFlags::POLLIN))
            .collect();
        poll(&mut fds, PollTimeout::NONE)?;
        let ready: Vec<bool> =
            fds.iter().map(|fd| fd.any().unwrap_or(false)).collect();
        for n in (0..ready.len()).rev().filter(|&n| ready[n]) {
            let mut bytes = [0; 4];
            match readers[n].read(&mut bytes)? {
                0 => drop(readers.remove(n)),
                count => messages.extend_from_slice(&bytes[..count]),
            }
        }
    }
    messages.sort();
    let expected: Vec<u8> = (0..40).collect();
    ensure(messages == expected, &format!("{messages:?}"))?;
    for child in children {
        child.join()?;
    }
    Ok(())
}

fn test_wait_timeout() -> Outcome {
    let mut child = sleeper();
    child.start()?;
    for milliseconds in [0, 50, 200] {
        let timeout = Duration::from_millis(milliseconds);
        let start = Instant::now();
        ensure(!child.join_timeout(timeout)?, "ended")?;
        let took = start.elapsed();
        ensure(took >= timeout, "too early")?;
        ensure(took < timeout + SECOND, "too late")?;
    }
    child.kill()?;
    let start = Instant::now();
    ensure(child.join_timeout(LONG)?, "did not end")?;
    ensure(start.elapsed() < LONG / 2, "slept on")
}

/// A `Duration` has no negatives; zero is the least, and returns at once.
fn test_neg_timeout() -> Outcome {
    let late = Duration::from_secs(1).checked_sub(Duration::from_secs(2));
    ensure(late.is_none(), "a negative duration")?;
    let mut child = sleeper();
    child.start()?;
    let start = Instant::now();
    ensure(!child.join_timeout(Duration::ZERO)?, "ended")?;
    ensure(start.elapsed() < SECOND, "it waits")?;
    child.kill()?;
    child.join()?;
    Ok(())
}

/// A child whose standard input is closed starts a child.
fn test_queue_in_process() -> Outcome {
    in_a_child(|| {
        nix::unistd::close(0)?;
        for method in METHODS {
            let child = Process::call(&END, 3).with_start_method(method);
            let code = end_of(child)?;
            ensure(code == Some(3), &format!("{method:?}: {code:?}"))?;
        }
        Ok(())
    })
}

/// What the parent has not written yet is written once, by the parent.
fn test_flushing() -> Outcome {
    let (mut told, tell) = pipe()?;
    let child = Process::new(move || {
        nix::unistd::dup2_stdout(tell).expect("a standard output");
        print!("foo");
        let grandchild = Process::new(|| ());
        let code = end_of(grandchild).expect("a grandchild");
        ensure(code == Some(0), "exit code").expect("a grandchild");
    });
    ensure(end_of(child)? == Some(0), "exit code")?;
    let mut said = String::new();
    told.read_to_string(&mut said)?;
    ensure(said == "foo", &said)
}

/// Without a guard a closure runs after a fork, and nothing is spawned.
fn test_noforkbomb() -> Outcome {
    let me = env::current_exe()?;
    let output = Command::new(me).arg("--unguarded").output()?;
    let said = String::from_utf8(output.stdout)?;
    ensure(said == "Some(123) [NoGuard, NoGuard]\n", &said)
}

/// The exit code of a forked child, and the errors of the other start methods.
fn unguarded() -> (Option<i32>, Vec<mp::Error>) {
    let forked = end_of(Process::new(|| mp::exit(123)));
    let others = [StartMethod::Spawn, StartMethod::ForkServer].map(|method| {
        let child = Process::call(&END, 0).with_start_method(method);
        { child }.start()
    });
    let errors = others.into_iter().filter_map(Result::err).collect();
    (forked.ok().flatten(), errors)
}

/// CPython's list of what to do after a fork grows with each generation unless
/// it is cleared. Here a child begins with no children.
fn test_lock() -> Outcome {
    let mut sister = sleeper();
    sister.start()?;
    in_a_child(|| {
        ensure(active_children().is_empty(), "a child of the parent's")?;
        in_a_child(|| {
            ensure(active_children().is_empty(), "a child of a grandparent's")
        })
    })?;
    sister.kill()?;
    sister.join()?;
    Ok(())
}

pub const METHODS: [StartMethod; 3] =
    [StartMethod::Fork, StartMethod::Spawn, StartMethod::ForkServer];

/// CPython reports 255 for a child that still runs when the server is killed.
#[cfg(target_os = "linux")]
fn test_forkserver_sigkill() -> Outcome {
    nix::sys::prctl::set_child_subreaper(true)?;
    let start = |seconds| -> Result<Process<'static>, Box<dyn Error>> {
        let nap = Process::call(&SLEEP, seconds).with_daemon(true);
        let mut nap = nap.with_start_method(StartMethod::ForkServer);
        nap.start()?;
        Ok(nap)
    };
    let ended = start(0)?;
    ended.join()?;
    ensure(ended.exitcode()? == Some(0), "exit code")?;
    let killed = start(60)?;
    killed.kill()?;
    killed.join()?;
    ensure(killed.exitcode()? == Some(-9), "exit code of a killed child")?;

    let long = start(60)?;
    let server = Pid::from_raw(children_of_this_process()?[0]);
    kill(server, Signal::SIGKILL)?;
    use nix::sys::wait::{Id, WaitPidFlag, waitid};
    waitid(Id::Pid(server), WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT)?;
    ensure(long.is_alive()?, "the child lives")?;
    ensure(long.exitcode()?.is_none(), "an exit code from nowhere")?;
    let next = start(0)?;
    next.join()?;
    ensure(next.exitcode()? == Some(0), "a new server was started")?;
    for _ in 0..30 {
        // It is dying, or dead, when it is asked. (Orphans are here as well.)
        let children = children_of_this_process()?;
        let server = children.last().ok_or("no server")?;
        kill(Pid::from_raw(*server), Signal::SIGKILL)?;
        ensure(start(0)?.join().is_ok(), "no new server")?;
    }
    long.kill()?;
    ensure(
        matches!(long.join(), Err(mp::Error::ServerDied)),
        "join says that the server died",
    )?;
    ensure(!long.is_alive()?, "it has ended, whoever knows how")?;
    // The orphans are here: this one, and what the servers had in reserve.
    while children_of_this_process()?.len() > 1 {
        nix::sys::wait::wait()?;
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn test_forkserver_sigkill() -> Outcome {
    Ok(()) // The server's PID is not to be had.
}

/// Ctrl-C reaches the server as well, and does not end it.
#[cfg(target_os = "linux")]
fn test_forkserver_sigint() -> Outcome {
    let served = || -> Result<Option<i32>, Box<dyn Error>> {
        let child = Process::call(&END, 3);
        end_of(child.with_start_method(StartMethod::ForkServer))
    };
    ensure(served()? == Some(3), "exit code")?;
    let before = children_of_this_process()?;
    kill(Pid::from_raw(before[0]), Signal::SIGINT)?;
    ensure(served()? == Some(3), "exit code after the signal")?;
    ensure(children_of_this_process()? == before, "another server")
}

#[cfg(not(target_os = "linux"))]
fn test_forkserver_sigint() -> Outcome {
    Ok(()) // The server's PID is not to be had.
}

/// CPython is told the path of the interpreter. Here it is the program itself,
/// even after its file was replaced.
#[cfg(target_os = "linux")]
fn test_set_executable() -> Outcome {
    let copy = env::current_dir()?.join("copy");
    if env::current_exe()? != copy {
        std::fs::copy(env::current_exe()?, &copy)?;
        let case = "_TestProcess.test_set_executable";
        let status = Command::new(&copy).args([ASKED, case]).status()?;
        return ensure(status.success(), "the copy failed");
    }
    std::fs::remove_file(copy)?;
    let child = Process::call(&END, 3).with_start_method(StartMethod::Spawn);
    ensure(end_of(child)? == Some(3), "exit code")
}

#[cfg(not(target_os = "linux"))]
fn test_set_executable() -> Outcome {
    Ok(()) // The path is all that is known of the program.
}

/// CPython's start method is one for the whole program, and can be set once.
/// Here each process has its own, and a child passes nothing on.
fn test_set_get() -> Outcome {
    for method in METHODS {
        let child = Process::call(&END, 0).with_start_method(method);
        ensure(end_of(child)? == Some(0), &format!("{method:?}"))?;
        let next = Process::new(|| mp::exit(3)); // a closure: it is forked
        ensure(end_of(next)? == Some(3), "the default has changed")?;
    }
    Ok(())
}

/// CPython lists the methods that the system has. Here a type does.
fn test_get_all() -> Outcome {
    for method in METHODS {
        match method {
            StartMethod::Fork | StartMethod::Spawn => {}
            StartMethod::ForkServer => {} // and there is no other
        }
    }
    let names = METHODS.map(|method| format!("{method:?}").to_lowercase());
    ensure(names == ["fork", "spawn", "forkserver"], &format!("{names:?}"))
}

fn test_context() -> Outcome {
    for method in METHODS {
        for code in [0, 3] {
            let mut child = Process::call(&END, code).with_start_method(method);
            child.start()?;
            child.join()?;
            let seen = child.exitcode()?;
            ensure(seen == Some(code.into()), &format!("{method:?} {seen:?}"))?;
        }
        let mut closure = Process::new(|| ()).with_start_method(method);
        match method {
            StartMethod::Fork => {
                closure.start()?;
                closure.join()?;
            }
            _ => ensure(
                matches!(closure.start(), Err(mp::Error::NotSendable)),
                "a closure was sent",
            )?,
        }
    }
    Ok(())
}

/// The open descriptors of a child, as its exit code.
fn count_fds((dir, _): (String, i32)) {
    let open = std::fs::read_dir(dir).map_or(200, Iterator::count);
    mp::exit(open as u8);
}

/// A spawned child has the same few descriptors, however many the parent has.
fn test_child_fd_inflation() -> Outcome {
    let dir = match cfg!(target_os = "linux") {
        true => "/proc/self/fd",
        false => "/dev/fd",
    };
    for method in [StartMethod::Spawn, StartMethod::ForkServer] {
        let count = || -> Result<Option<i32>, Box<dyn Error>> {
            let child = Process::call(&COUNT_FDS, (dir.to_owned(), 0));
            let mut child = child.with_start_method(method);
            child.start()?;
            child.join()?;
            Ok(child.exitcode()?)
        };
        let before = count()?;
        let more: Vec<_> = (0..20).map(|_| pipe()).collect();
        let sister = Process::call(&SLEEP, 60).with_daemon(true);
        let mut sister = sister.with_start_method(method);
        sister.start()?;
        let after = count()?;
        drop(more);
        sister.kill()?;
        sister.join()?;
        ensure(before == after, &format!("{method:?} {before:?} {after:?}"))?;
    }
    Ok(())
}

fn test_closefd() -> Outcome {
    let (mut told, mut tell) = pipe()?;
    in_a_child(|| Ok(tell.write_all(b"fork inherits it")?))?;
    drop(tell);
    let mut said = String::new();
    told.read_to_string(&mut said)?;
    ensure(said == "fork inherits it", &said)?;

    // A number that no child has by itself.
    let (_told, tell) = pipe()?;
    let high = fcntl(&tell, FcntlArg::F_DUPFD_CLOEXEC(200))?;
    // SAFETY: the kernel has just opened it.
    let high = unsafe { OwnedFd::from_raw_fd(high) };
    // CPython closes it in a spawned child even if it is not marked so.
    for flags in [FdFlag::FD_CLOEXEC, FdFlag::empty()] {
        fcntl(&high, FcntlArg::F_SETFD(flags))?;
        for (method, is_closed) in METHODS.into_iter().zip([0, 1, 1]) {
            let child = Process::call(&WRITE, high.as_raw_fd());
            let code = end_of(child.with_start_method(method))?;
            ensure(code == Some(is_closed), &format!("{method:?}: {code:?}"))?;
        }
    }
    Ok(())
}

fn test_nested_startmethod() -> Outcome {
    in_a_child(|| {
        let child = Process::new(|| ());
        ensure(child.name() == "Process-1:1", child.name())?;
        in_a_child(|| in_a_child(|| Ok(())))
    })
}

/// What runs at the end of a process does not run in its children.
fn test_finalize() -> Outcome {
    let mut sister = sleeper();
    sister.start()?;
    in_a_child(|| Ok(()))?;
    ensure(sister.is_alive()?, "the child's end has ended its sister")?;
    sister.kill()?;
    sister.join()?;
    Ok(())
}

fn status_lost() -> Outcome {
    // SAFETY: no handler is set, the signal is ignored.
    unsafe { nix::sys::signal::signal(Signal::SIGCHLD, SigHandler::SigIgn) }?;
    let mut child = Process::new(|| mp::exit(3));
    child.start()?;
    ensure(
        matches!(child.join(), Err(mp::Error::StatusLost)),
        "join does not say that the status is lost",
    )?;
    ensure(!child.is_alive()?, "alive for ever, as in CPython")?;
    ensure(active_children().is_empty(), "in the list for ever")?;
    ensure(child.exitcode().is_err(), "an exit code from nowhere")
}

#[cfg(target_os = "linux")]
fn grandchildren() -> Outcome {
    nix::sys::prctl::set_child_subreaper(true)?;
    let mut child = Process::new(|| {
        // SAFETY: this process has one thread.
        match unsafe { fork() }.expect("a grandchild") {
            ForkResult::Parent { .. } => {}
            ForkResult::Child => {
                thread::sleep(LONG);
                // SAFETY: `_exit` has no precondition.
                unsafe { nix::libc::_exit(0) }
            }
        }
    });
    child.start()?;
    let start = Instant::now();
    ensure(child.join_timeout(LONG)?, "waits for the grandchild")?;
    ensure(start.elapsed() < LONG / 2, "waited for the grandchild")?;
    let grandchild = Pid::from_raw(children_of_this_process()?[0]);
    kill(grandchild, Signal::SIGKILL)?;
    nix::sys::wait::wait()?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn grandchildren() -> Outcome {
    Ok(()) // A pipe cannot tell a child from its own child.
}

/// An exit status can be read once, and each thread that waits has to get it.
fn threads_wait() -> Outcome {
    static STOP: AtomicBool = AtomicBool::new(false);
    let lister = thread::spawn(|| {
        while !STOP.load(Ordering::Relaxed) {
            active_children();
        }
    });
    let mut result = Ok(());
    for n in 0..400 {
        let method = match n % 2 {
            0 => StartMethod::Fork,
            _ => StartMethod::ForkServer,
        };
        let mut child = Process::call(&END, 3).with_start_method(method);
        child.start()?;
        let others = active_children();
        let joined = thread::scope(|scope| {
            let others = scope
                .spawn(|| others.iter().try_for_each(|other| other.join()));
            [child.join(), others.join().expect("no panic")]
        });
        let code = child.exitcode();
        if joined.iter().any(Result::is_err) || !matches!(code, Ok(Some(3))) {
            result =
                Err(format!("{method:?} no. {n}: {joined:?}, {code:?}").into());
            break;
        }
    }
    STOP.store(true, Ordering::Relaxed);
    lister.join().map_err(|_| "the lister panicked")?;
    result
}

/// 56 of 60 children hung here when the locks were copied as they stood.
fn threaded_output() -> Outcome {
    static STOP: AtomicUsize = AtomicUsize::new(0);
    let printers: Vec<_> = (0..2)
        .map(|_| {
            thread::spawn(|| {
                while STOP.load(Ordering::Relaxed) == 0 {
                    println!("the parent prints");
                    eprintln!("and complains");
                }
            })
        })
        .collect();
    let result = (0..60).try_for_each(|_| {
        let mut child = Process::new(|| {
            println!("the child prints");
            eprintln!("and complains");
        });
        child.start()?;
        let ended = child.join_timeout(Duration::from_secs(5))?;
        if !ended {
            child.kill()?;
        }
        ensure(ended, "a child hangs in print")
    });
    STOP.store(1, Ordering::Relaxed);
    for printer in printers {
        printer.join().map_err(|_| "a printer panicked")?;
    }
    result
}

/// This case ends with a daemon that would sleep a minute, and with a child that
/// still has something to do.
fn at_exit() -> Outcome {
    let mut daemon = sleeper();
    daemon.start()?;
    let mut child = Process::new(|| {
        thread::sleep(Duration::from_millis(200));
        println!("joined");
    });
    child.start()?;
    Ok(())
}

fn misuse() -> Outcome {
    let mut child = Process::new(|| ());
    ensure(matches!(child.join(), Err(mp::Error::NotStarted)), "join")?;
    ensure(matches!(child.kill(), Err(mp::Error::NotStarted)), "kill")?;
    child.start()?;
    ensure(matches!(child.start(), Err(mp::Error::AlreadyStarted)), "start")?;
    let late = child.set_daemon(true);
    ensure(matches!(late, Err(mp::Error::DaemonAfterStart)), "daemon")?;
    child.join()?;
    ensure(matches!(child.start(), Err(mp::Error::AlreadyStarted)), "again")?;

    let mut made_here = Process::new(|| ());
    in_a_child(|| {
        let join = child.join();
        // The code is known, so there is nothing to wait for.
        ensure(join.is_ok(), "join of an ended child of another process")?;
        let start = made_here.start();
        ensure(matches!(start, Err(mp::Error::NotParent)), "start")
    })?;

    let mut daemon = Process::new(|| {
        let mut child = Process::new(|| ()).with_daemon(false);
        let refused = matches!(child.start(), Err(mp::Error::Daemonic));
        mp::exit(u8::from(refused));
    })
    .with_daemon(true);
    daemon.start()?;
    daemon.join()?;
    ensure(daemon.exitcode()? == Some(1), "a daemon has a child")
}

/// CPython's child of a fork server can lose its exit code to a sister: the
/// parent then sees 255.
fn sister_reads_nothing() -> Outcome {
    for method in METHODS {
        let mut child = Process::call(&SLEEP, 60).with_start_method(method);
        child.start()?;
        let time = Duration::from_millis(1);
        let refused = |child: &mut Process| {
            let answers = [
                child.join_timeout(time).map(drop),
                child.join().map(drop),
                child.is_alive().map(drop),
                child.exitcode().map(drop),
            ];
            let refused = |a| matches!(a, &Err(mp::Error::NotParent));
            let all = answers.iter().all(refused);
            ensure(all, &format!("{method:?}: {answers:?}"))
        };
        in_a_child(|| refused(&mut child))?;
        child.terminate()?;
        let sentinel = PollFd::new(child.sentinel()?, PollFlags::POLLIN);
        let ended = poll(&mut [sentinel], PollTimeout::NONE)?;
        ensure(ended == 1, "the sentinel is not ready")?;
        in_a_child(|| refused(&mut child))?;
        child.join()?;
        let code = child.exitcode()?;
        ensure(code == Some(-15), &format!("{method:?}: {code:?}"))?;
    }
    Ok(())
}

/// A fork server that may open no more descriptors says so, and its children
/// are none the worse.
#[cfg(target_os = "linux")]
fn full_server() -> Outcome {
    let start = || {
        let nap = Process::call(&SLEEP, 60).with_daemon(true);
        let mut nap = nap.with_start_method(StartMethod::ForkServer);
        nap.start().map(|()| nap)
    };
    let server = children_of_this_process;
    let mut naps = vec![start()?];
    let limit = nix::libc::rlimit { rlim_cur: 40, rlim_max: 40 };
    // SAFETY: the pointer is that of `limit`, and the old one is not wanted.
    let limited = unsafe {
        nix::libc::prlimit(
            server()?[0],
            nix::libc::RLIMIT_NOFILE,
            &limit,
            std::ptr::null_mut(),
        )
    };
    ensure(limited == 0, "prlimit")?;
    let error = loop {
        match start() {
            Ok(nap) if naps.len() < 40 => naps.push(nap),
            Ok(_) => return Err("there is no limit".into()),
            Err(error) => break error,
        }
    };
    let reason = error.source().map(ToString::to_string);
    let reason = format!("{error}: {}", reason.unwrap_or_default());
    ensure(reason.contains("cannot fork: Too many open files"), &reason)?;
    ensure(naps.len() > 10, &format!("{} children", naps.len()))?;
    for nap in &mut naps {
        nap.kill()?;
        nap.join()?;
        ensure(nap.exitcode()? == Some(-9), "a child is lost")?;
    }
    start()?.kill()?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn full_server() -> Outcome {
    Ok(()) // The server's PID is not to be had.
}

/// Asks the library while it is written, and while it is dropped.
#[derive(serde::Deserialize)]
struct Curious(u8);

impl serde::Serialize for Curious {
    fn serialize<S: serde::Serializer>(
        &self,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        current_process();
        println!("written");
        to.serialize_u8(self.0)
    }
}

impl Drop for Curious {
    fn drop(&mut self) {
        active_children();
    }
}

const CURIOUS: Target<Curious> =
    Target::new("curious", |value: Curious| assert_eq!(value.0, 3));

fn value_uses_library() -> Outcome {
    for method in METHODS {
        let child = Process::call(&CURIOUS, Curious(3));
        let code = end_of(child.with_start_method(method))?;
        ensure(code == Some(0), &format!("{method:?}: {code:?}"))?;
    }
    Ok(())
}

/// A process that the program has forked by itself holds the socket of the fork
/// server. The program's end does not wait for it.
fn copy_at_the_end() -> Outcome {
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_child_subreaper(true)?;
    in_a_child(|| {
        let sum = Process::call(&SUM, (1, vec![2]));
        let code = end_of(sum.with_start_method(StartMethod::ForkServer))?;
        ensure(code == Some(3), &format!("{code:?}"))?;
        let (mut end, held) = pipe()?;
        // SAFETY: what runs in the child is safe in a signal handler.
        if let ForkResult::Child = unsafe { fork() }? {
            drop(held);
            let _ = end.read(&mut [0]);
            // SAFETY: `_exit` has no precondition.
            unsafe { nix::libc::_exit(0) }
        }
        forget(held); // the copy ends when this child has
        Ok(())
    })?;
    #[cfg(target_os = "linux")]
    nix::sys::wait::wait()?;
    Ok(())
}

/// If there is no descriptor for the child, `start` fails and leaves none.
fn no_descriptor() -> Outcome {
    let mut full: Vec<_> = Vec::new();
    let limit = nix::libc::rlimit { rlim_cur: 64, rlim_max: 64 };
    // SAFETY: the pointer is that of `limit`.
    unsafe { nix::libc::setrlimit(nix::libc::RLIMIT_NOFILE, &limit) };
    while let Ok(copy) = io::stdout().as_fd().try_clone_to_owned() {
        full.push(copy);
    }
    let mut child = sleeper();
    let error = child.start().err().ok_or("started")?;
    ensure(matches!(error, mp::Error::System { .. }), "another error")?;
    drop(full);
    ensure(active_children().is_empty(), "it is in the list")?;
    let waited = nix::sys::wait::wait();
    ensure(waited == Err(Errno::ECHILD), "a child is left")?;
    raise(Signal::SIGCONT)?;
    Ok(())
}

/// The supplementary groups of this process: nix asks for them on Linux only.
fn groups() -> Vec<u32> {
    let mut groups = [0; 64];
    // SAFETY: the kernel writes as many as there is room for.
    let count = unsafe { nix::libc::getgroups(64, groups.as_mut_ptr()) };
    groups[..count.try_into().unwrap_or(0)].to_vec()
}

const GROUPS: Target<Vec<u32>> = Target::new("groups", |expected| {
    mp::exit(u8::from(groups() != expected));
});

/// Only root may change the groups: for others there is nothing to pass on.
fn groups_are_passed_on() -> Outcome {
    for changed in [[7, 8], [8, 9]] {
        // SAFETY: the pointer is that of two groups.
        let set = unsafe { nix::libc::setgroups(2, changed.as_ptr()) };
        if set == -1 && Errno::last() == Errno::EPERM {
            return Ok(());
        }
        ensure(groups() == changed, "the groups are not set")?;
        for method in METHODS {
            let child = Process::call(&GROUPS, changed.to_vec());
            let code = end_of(child.with_start_method(method))?;
            let what = format!("{method:?} with {changed:?}: {code:?}");
            ensure(code == Some(0), &what)?;
        }
    }
    Ok(())
}
