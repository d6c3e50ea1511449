//! What a process has of the system beside its memory and its descriptors, and
//! what `exec` would keep of it.

use std::env;
use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;

use nix::errno::Errno;
use nix::libc;

use crate::error::{Result, system};

// ANCHOR: around
/// What a child of the fork server takes from the caller of `start`, as a
/// spawned one does by itself.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// The signals that are ignored: bit n - 1 for signal n.
    pub ignored: u64,
    /// The signals that the calling thread has blocked.
    pub blocked: u64,
    /// `None` where it cannot be read without changing it.
    pub umask: Option<u32>,
    /// `NAME=value`, each with a NUL behind it.
    pub environment: Vec<u8>,
}

/// What a process may do and use, and which others it belongs to: given up
/// easily, and not always to be had back. Who has other rights than the fork
/// server needs another server.
#[derive(Clone, PartialEq, Eq)]
pub struct Rights(Vec<u8>);

/// Both, as they are at the moment.
pub fn now() -> Result<(Around, Rights)> {
    let mut around = Around { environment: environment(), ..Around::default() };
    let mut rights = Vec::new();
    read_status(&mut around, &mut rights)?;
    for resource in 0..LIMITS {
        let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        // SAFETY: the kernel writes into `limit`.
        unsafe { libc::getrlimit(resource as _, &mut limit) };
        rights.extend(limit.rlim_cur.to_ne_bytes());
        rights.extend(limit.rlim_max.to_ne_bytes());
    }
    // SAFETY: the calls take integers.
    let numbers = unsafe {
        [
            libc::getpriority(libc::PRIO_PROCESS, 0),
            libc::getsid(0),
            libc::getpgrp(),
        ]
    };
    rights.extend(numbers.iter().flat_map(|number| number.to_ne_bytes()));
    Ok((around, Rights(rights)))
}

fn environment() -> Vec<u8> {
    let mut all = Vec::with_capacity(4096);
    for (name, value) in env::vars_os() {
        all.extend_from_slice(name.as_bytes());
        all.push(b'=');
        all.extend_from_slice(value.as_bytes());
        all.push(0);
    }
    all
}
// ANCHOR_END: around

// ANCHOR: status
/// Linux says most of it in one file, and the umask nowhere else.
#[cfg(target_os = "linux")]
fn read_status(around: &mut Around, rights: &mut Vec<u8>) -> Result<()> {
    const RIGHTS: [&str; 12] = [
        "Uid",
        "Gid",
        "Groups",
        "CapInh",
        "CapPrm",
        "CapEff",
        "CapBnd",
        "CapAmb",
        "NoNewPrivs",
        "Seccomp",
        "Seccomp_filters",
        "Cpus_allowed",
    ];
    let status = std::fs::read_to_string("/proc/thread-self/status")
        .map_err(system("cannot read /proc/thread-self/status"))?;
    let bits = |text: &str| u64::from_str_radix(text, 16).unwrap_or(0);
    for line in status.lines() {
        let Some((name, value)) = line.split_once(":\t") else { continue };
        match name {
            "Umask" => around.umask = u32::from_str_radix(value, 8).ok(),
            "SigBlk" => around.blocked = bits(value),
            "SigIgn" => around.ignored = bits(value),
            name if RIGHTS.contains(&name) => {
                rights.extend_from_slice(line.as_bytes());
            }
            _ => {}
        }
    }
    // SAFETY: the calls take integers; the last one only asks.
    let more = unsafe {
        [
            i64::from(libc::sched_getscheduler(0)),
            libc::syscall(libc::SYS_ioprio_get, 1, 0),
            i64::from(libc::prctl(libc::PR_GET_TIMERSLACK)),
            i64::from(libc::personality(0xffff_ffff)),
        ]
    };
    rights.extend(more.iter().flat_map(|number| number.to_ne_bytes()));
    Ok(())
}

/// The limits of Linux are numbered from 0 to 15.
#[cfg(target_os = "linux")]
const LIMITS: u32 = 16;

/// macOS has no umask to be read.
#[cfg(not(target_os = "linux"))]
fn read_status(around: &mut Around, rights: &mut Vec<u8>) -> Result<()> {
    use nix::unistd::{getegid, geteuid, getgid, getgroups, getuid};

    for signal in 1..32 {
        if is_ignored(signal) {
            around.ignored |= 1 << (signal - 1);
        }
    }
    // SAFETY: all zeros is a valid set, and the call writes into it.
    unsafe {
        let mut blocked: libc::sigset_t = std::mem::zeroed();
        libc::pthread_sigmask(
            libc::SIG_SETMASK,
            std::ptr::null(),
            &mut blocked,
        );
        for signal in 1..32 {
            if libc::sigismember(&blocked, signal) == 1 {
                around.blocked |= 1 << (signal - 1);
            }
        }
    }
    let groups = getgroups().map_err(system("cannot read the groups"))?;
    let ids = format!(
        "{} {} {} {} {groups:?}",
        getuid(),
        geteuid(),
        getgid(),
        getegid()
    );
    rights.extend_from_slice(ids.as_bytes());
    Ok(())
}

#[cfg(not(target_os = "linux"))]
const LIMITS: u32 = 9;
// ANCHOR_END: status

// ANCHOR: take_on
impl Around {
    /// Makes them those of this process, which had `before`.
    pub fn take_on(&self, before: &Around) {
        self.take_on_signals(before);
        if let Some(umask) = self.umask {
            // SAFETY: the call takes an integer.
            unsafe { libc::umask(umask as libc::mode_t) };
        }
        if self.environment == before.environment {
            return;
        }
        // SAFETY: a child of the fork server has one thread so far.
        unsafe {
            for (name, _) in env::vars_os() {
                env::remove_var(name);
            }
            for variable in self.environment.split(|&byte| byte == 0) {
                // A name may begin with the sign.
                let sign = variable.iter().skip(1).position(|&b| b == b'=');
                if let Some(sign) = sign {
                    let (name, value) = variable.split_at(sign + 1);
                    let value = OsStr::from_bytes(&value[1..]);
                    env::set_var(OsStr::from_bytes(name), value);
                }
            }
        }
    }

    /// Ignores the signals that are ignored there, and no others, and blocks
    /// the same ones.
    fn take_on_signals(&self, before: &Around) {
        let changed = self.ignored ^ before.ignored;
        for signal in (1..=64).filter(|signal| has(changed, *signal)) {
            set_ignored(signal, has(self.ignored, signal));
        }
        // SAFETY: all zeros is a valid set, and the calls write into it.
        unsafe {
            let mut blocked: libc::sigset_t = std::mem::zeroed();
            for signal in (1..=64).filter(|n| has(self.blocked, *n)) {
                libc::sigaddset(&mut blocked, signal);
            }
            let none = std::ptr::null_mut();
            libc::pthread_sigmask(libc::SIG_SETMASK, &blocked, none);
        }
    }
}

fn has(signals: u64, signal: i32) -> bool {
    signals >> (signal - 1) & 1 == 1
}

fn set_ignored(signal: i32, ignored: bool) {
    let action = if ignored { libc::SIG_IGN } else { libc::SIG_DFL };
    // SAFETY: no handler is set. It fails for signals of the C library.
    unsafe { libc::signal(signal, action) };
}

/// Whether this process ignores a signal.
fn is_ignored(signal: i32) -> bool {
    // SAFETY: all zeros is a valid action, and the call writes into it.
    unsafe {
        let mut now: libc::sigaction = std::mem::zeroed();
        let known = libc::sigaction(signal, std::ptr::null(), &mut now) == 0;
        known && now.sa_sigaction == libc::SIG_IGN
    }
}

impl Around {
    /// What a spawned child has to be told: `exec` has kept all the rest, but a
    /// Rust program begins with SIGPIPE ignored, whatever it was before.
    pub fn of_spawned() -> Self {
        let ignored = u64::from(is_ignored(libc::SIGPIPE));
        let ignored = ignored << (libc::SIGPIPE - 1);
        Around { ignored, ..Around::default() }
    }

    /// Makes it so in the spawned child.
    pub fn take_on_spawned(&self) {
        let ignored = has(self.ignored, libc::SIGPIPE);
        if ignored != is_ignored(libc::SIGPIPE) {
            set_ignored(libc::SIGPIPE, ignored);
        }
    }
}
// ANCHOR_END: take_on

// ANCHOR: places
/// The working directory, as a descriptor.
pub fn working_directory() -> Result<OwnedFd> {
    #[cfg(target_os = "linux")]
    const FLAGS: i32 = libc::O_PATH | libc::O_DIRECTORY;
    #[cfg(not(target_os = "linux"))]
    const FLAGS: i32 = libc::O_DIRECTORY;
    let here = File::options().read(true).custom_flags(FLAGS).open(".");
    here.map(OwnedFd::from).map_err(system("cannot open the working directory"))
}

/// The standard streams that are open, by their numbers.
pub fn streams() -> Vec<BorrowedFd<'static>> {
    let is_open = |fd: &i32| {
        // One that would be closed at an `exec` is not meant for a child.
        // SAFETY: the call takes two integers.
        let flags = unsafe { libc::fcntl(*fd, libc::F_GETFD) };
        flags != -1 && flags & libc::FD_CLOEXEC == 0
    };
    // SAFETY: they are open, and nobody closes one while a child is started:
    // whoever does has a race with each `println!` as well.
    (0..3)
        .filter(is_open)
        .map(|fd| unsafe { BorrowedFd::borrow_raw(fd) })
        .collect()
}

/// Puts a descriptor in the place of a standard stream, or closes that.
pub fn set_stream(number: i32, stream: Option<OwnedFd>) -> io::Result<()> {
    match stream {
        Some(stream) => loop {
            // SAFETY: both are integers, and the standard streams belong to no
            // value.
            let done = unsafe { libc::dup2(stream.as_raw_fd(), number) };
            match Errno::result(done) {
                Err(Errno::EINTR | Errno::EBUSY) => {}
                done => return Ok(done.map(drop)?),
            }
        },
        None => {
            // SAFETY: as above.
            unsafe { libc::close(number) };
            Ok(())
        }
    }
}

/// Goes to a directory.
pub fn enter(directory: &OwnedFd) -> io::Result<()> {
    Ok(nix::unistd::fchdir(directory.as_fd())?)
}
// ANCHOR_END: places
