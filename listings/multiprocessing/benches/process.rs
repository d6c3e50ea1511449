//! What a `Process` costs, as ratios: `cargo bench -p multiprocessing`.
//!
//! Subject and reference take turns in one process, in an order that changes
//! from round to round, and the ratio is taken within each round: so the drift
//! of the machine hits both alike. Printed are the median and the quartiles of
//! the rounds' ratios, and the reference's median time.

use std::env;
use std::hint::black_box;
use std::io::{Read, Write, pipe};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use multiprocessing::{Process, StartMethod, Target, guard};
use nix::libc;
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, fork};

const ROUNDS: usize = 60;
const NOTHING: Target<()> = Target::new("nothing", |()| ());
const BYTES: Target<Vec<u8>> = Target::new("bytes", |bytes| {
    black_box(bytes);
});
const EIGHT_MIB: usize = 8 << 20;

fn main() {
    if env::args().nth(1).as_deref() == Some("--nothing") {
        return; // what `Command` runs, to compare `spawn` with
    }
    guard(&[&NOTHING, &BYTES]).expect("two names");
    println!("ratio [quartiles]          reference");
    row("start + join / fork + waitpid", 20, fork_and_wait, start_and_join);
    row(
        "start + join_timeout / fork",
        20,
        fork_and_wait,
        start_and_join_within,
    );
    row("spawn / Command", 5, run_by_command, || start_by(StartMethod::Spawn));
    start_by(StartMethod::ForkServer);
    let served = || start_by(StartMethod::ForkServer);
    row("forkserver / fork + waitpid", 20, fork_and_wait, served);
    wake_up();
    large_value(StartMethod::Spawn);
    large_value(StartMethod::ForkServer);
    // While this process is as small as it was.
    python();
    many_children();
    large_parent();
}

fn fork_and_wait() {
    // SAFETY: this program has one thread.
    match unsafe { fork() }.expect("a fork") {
        // SAFETY: `_exit` has no precondition.
        ForkResult::Child => unsafe { libc::_exit(0) },
        ForkResult::Parent { child } => {
            waitpid(child, None).expect("a status");
        }
    }
}

fn start_and_join() {
    let mut child = Process::new(|| ());
    child.start().expect("a child");
    child.join().expect("a status");
}

fn start_and_join_within() {
    let mut child = Process::new(|| ());
    child.start().expect("a child");
    child.join_timeout(Duration::from_secs(60)).expect("a status");
}

fn start_by(method: StartMethod) {
    let mut child = Process::call(&NOTHING, ()).with_start_method(method);
    child.start().expect("a child");
    child.join().expect("a status");
}

fn run_by_command() {
    let mut command = Command::new("/proc/self/exe");
    command.arg("--nothing").status().expect("this program");
}

/// Microseconds that one of `count` calls takes.
fn time(count: u32, call: impl Fn()) -> f64 {
    let start = Instant::now();
    (0..count).for_each(|_| call());
    start.elapsed().as_secs_f64() * 1e6 / f64::from(count)
}

/// The quartiles of some numbers.
fn quartiles(numbers: &mut [f64]) -> [f64; 3] {
    numbers.sort_by(f64::total_cmp);
    [1, 2, 3].map(|n| numbers[n * numbers.len() / 4])
}

fn row(what: &str, count: u32, reference: impl Fn(), subject: impl Fn()) {
    let (mut ratios, mut references) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let (r, s) = match round % 2 {
            0 => (time(count, &reference), time(count, &subject)),
            _ => {
                let s = time(count, &subject);
                (time(count, &reference), s)
            }
        };
        ratios.push(s / r);
        references.push(r);
    }
    print_row(what, &mut ratios, &mut references);
}

fn print_row(what: &str, ratios: &mut [f64], references: &mut [f64]) {
    let [low, median, high] = quartiles(ratios);
    let [_, reference, _] = quartiles(references);
    println!(
        "{median:6.2} [{low:.2} to {high:.2}]  {reference:9.0} µs  {what}"
    );
}

/// From the child's last instruction to the return of the waiting call.
fn wake_up() {
    let delay = |wait: &dyn Fn(&Process)| {
        let (mut told, tell) = pipe().expect("a pipe");
        let mut child = Process::new(|| {
            sleep(Duration::from_millis(3));
            let now = since_boot().to_ne_bytes();
            nix::unistd::write(&tell, &now).expect("the parent reads");
        });
        child.start().expect("a child");
        wait(&child);
        let now = since_boot();
        child.join().expect("a status");
        let mut bytes = [0; 8];
        told.read_exact(&mut bytes).expect("a time");
        (now - u64::from_ne_bytes(bytes)) as f64 / 1e3
    };
    let (mut ratios, mut references) = (Vec::new(), Vec::new());
    for _ in 0..2 * ROUNDS {
        let reference = delay(&|child| {
            let pid = child.pid().ok().flatten().expect("a pid");
            // SAFETY: the status is thrown away.
            unsafe {
                libc::waitid(
                    libc::P_PID,
                    pid as u32,
                    std::ptr::null_mut(),
                    libc::WEXITED | libc::WNOWAIT,
                )
            };
        });
        let subject = delay(&|child| {
            child.join_timeout(Duration::from_secs(60)).expect("a status");
        });
        ratios.push(subject / reference);
        references.push(reference);
    }
    print_row("wake-up of join_timeout / waitid", &mut ratios, &mut references);
}

/// What 8 MiB cost beyond a start without them, against what they cost a forked
/// child that reads them from a pipe.
fn large_value(method: StartMethod) {
    let started = |bytes: Vec<u8>| {
        let child = Process::call(&BYTES, bytes);
        let mut child = child.with_start_method(method);
        let start = Instant::now();
        child.start().expect("a child");
        child.join().expect("a status");
        start.elapsed().as_secs_f64() * 1e6
    };
    let piped = |bytes: &[u8]| {
        let start = Instant::now();
        let (mut from, mut to) = pipe().expect("a pipe");
        // SAFETY: this program has one thread.
        match unsafe { fork() }.expect("a fork") {
            ForkResult::Child => {
                drop(to);
                let mut all = Vec::with_capacity(bytes.len());
                let read = from.read_to_end(&mut all);
                black_box((all, read.is_ok()));
                // SAFETY: `_exit` has no precondition.
                unsafe { libc::_exit(0) }
            }
            ForkResult::Parent { child } => {
                drop(from);
                to.write_all(bytes).expect("the child reads");
                drop(to);
                waitpid(child, None).expect("a status");
            }
        }
        start.elapsed().as_secs_f64() * 1e6
    };
    let bytes = vec![7; EIGHT_MIB];
    let (mut ratios, mut references) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let reference = piped(&bytes) - piped(&[]);
        let value = bytes.clone();
        let subject = started(value) - started(Vec::new());
        ratios.push(subject / reference);
        references.push(reference);
    }
    let what = format!("8 MiB by {method:?} / by a bare pipe");
    print_row(&what, &mut ratios, &mut references);
}

/// Nanoseconds of a clock that is the same in every process.
fn since_boot() -> u64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the kernel writes into `time`.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &mut time) };
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}

/// What one more child costs when there are many: time, memory, descriptors.
fn many_children() {
    let few = 100;
    let many = 5000.min(descriptors().saturating_sub(50));
    let (held, release) = pipe().expect("a pipe");
    let mut children = Vec::new();
    let (mut starts, mut times) = (Vec::new(), Vec::new());
    for _ in 0..many {
        let mut child = Process::new(|| {
            let mut byte = [0];
            let _ = nix::unistd::read(&held, &mut byte);
        });
        let reference = time(1, fork_and_wait);
        let subject = Instant::now();
        child.start().expect("a child");
        let subject = subject.elapsed().as_secs_f64() * 1e6;
        starts.push(subject / reference);
        times.push(subject);
        children.push(child);
    }
    sleep(Duration::from_millis(500));
    let early = quartiles(&mut starts[few - 50..few + 50])[1];
    let late = quartiles(&mut starts[many - 100..])[1];
    let early_time = quartiles(&mut times[few - 50..few + 50])[1];
    let late_time = quartiles(&mut times[many - 100..])[1];
    let fds = std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count);
    let mut private: Vec<f64> = children
        .iter()
        .rev()
        .take(20)
        .filter_map(|child| private_memory(child.pid().ok()??))
        .collect();
    let when = format!("with {many} children / with {few}");
    println!("{:6.2}  start {when}", late_time / early_time);
    println!("{:6.2}  start / fork + waitpid, {when}", late / early);
    if !private.is_empty() {
        let [_, median, _] = quartiles(&mut private);
        println!("{median:6.0} KiB of private memory in a child");
    }
    println!("{:6.2} descriptors a child", fds as f64 / children.len() as f64);
    for child in &children {
        child.kill().expect("a signal");
    }
    for child in &children {
        child.join().expect("a status");
    }
    drop(release);
}

/// How many descriptors this process may open, after asking for all of them.
fn descriptors() -> usize {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: the pointer is that of `limit`, both times.
    unsafe {
        libc::getrlimit(libc::RLIMIT_NOFILE, &mut limit);
        limit.rlim_cur = limit.rlim_max;
        libc::setrlimit(libc::RLIMIT_NOFILE, &limit);
    }
    limit.rlim_cur as usize
}

fn private_memory(pid: i32) -> Option<f64> {
    let path = format!("/proc/{pid}/smaps_rollup");
    let text = std::fs::read_to_string(path).ok()?;
    let kib = |line: &str| line.split_whitespace().nth(1)?.parse::<f64>().ok();
    let lines = text.lines().filter(|line| line.starts_with("Private"));
    lines.map(kib).sum()
}

/// The same with 1 GiB of touched memory in the parent.
fn large_parent() {
    let small = [
        time(10, start_and_join),
        time(10, || start_by(StartMethod::ForkServer)),
    ];
    let memory = vec![1u8; 1 << 30];
    let large = [
        time(5, start_and_join),
        time(10, || start_by(StartMethod::ForkServer)),
    ];
    black_box(&memory);
    println!(
        "{:6.2}  fork with 1 GiB in the parent / without",
        large[0] / small[0]
    );
    println!(
        "{:6.2}  forkserver with 1 GiB in the parent / without",
        large[1] / small[1]
    );
}

/// Python's own start methods, as multiples of ours.
fn python() {
    const SCRIPT: &str = "\
import multiprocessing as m, sys, time
def nothing(): pass
if __name__ == '__main__':
    method, count = sys.argv[1], int(sys.argv[2])
    context = m.get_context(method)
    def once():
        p = context.Process(target=nothing); p.start(); p.join()
    once()
    start = time.perf_counter()
    for _ in range(count): once()
    print((time.perf_counter() - start) / count * 1e6)
";
    let name = format!("process-{}.py", std::process::id());
    let script = env::temp_dir().join(name);
    if std::fs::write(&script, SCRIPT).is_err() {
        return;
    }
    for (name, method, count) in [
        ("fork", StartMethod::Fork, 40),
        ("spawn", StartMethod::Spawn, 5),
        ("forkserver", StartMethod::ForkServer, 20),
    ] {
        let (mut ratios, mut references) = (Vec::new(), Vec::new());
        for _ in 0..12 {
            let ours = time(count, || match method {
                StartMethod::Fork => start_and_join(),
                method => start_by(method),
            });
            let output = Command::new("python3")
                .arg(&script)
                .args([name, &count.to_string()])
                .output();
            let Ok(output) = output else { return };
            let text = String::from_utf8_lossy(&output.stdout);
            let Ok(theirs) = text.trim().parse::<f64>() else { return };
            ratios.push(theirs / ours);
            references.push(ours);
        }
        let what = format!("Python's {name} / ours");
        print_row(&what, &mut ratios, &mut references);
    }
    let _ = std::fs::remove_file(script);
}
