//! The life of the fork server.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::thread::sleep;
use std::time::Duration;

use nix::errno::Errno;
use nix::libc;
use nix::poll::PollFlags;
use nix::sys::signal::{SigHandler, SigSet, Signal, kill, signal};
use nix::unistd::{ForkResult, Pid, chdir, fork};

use crate::run::brief;
use crate::run::target::AnyTarget;
use crate::sys::around::{self, Around, set_stream};
use crate::sys::pidfd;
use crate::sys::poll::ready;
use crate::sys::wait::{Who, bury, waitid};
use crate::wire::parcel::{pair, receive, send};

// ANCHOR: serve
/// A child of the server's.
struct Served {
    pid: i32,
    /// Readable from its end on.
    sentinel: OwnedFd,
    /// Where its exit code goes.
    code: File,
}

/// A child in reserve, which waits to be told who it is, and what the process
/// gets that asks for one.
struct Reserve {
    child: Served,
    socket: UnixStream,
    read_code: OwnedFd,
}

impl Reserve {
    fn end(&self) -> BorrowedFd<'_> {
        self.child.sentinel.as_fd()
    }
}

/// Forks on request, tells how its children ended, and ends when nobody holds
/// the other end of the socket.
///
/// The next child is forked before somebody asks: an answer then costs no fork,
/// and a child runs nothing before its parent knows of it.
pub fn serve(socket: UnixStream, targets: &[&dyn AnyTarget]) -> ! {
    let around = prepare();
    let mut children: Vec<Served> = Vec::new();
    let mut reserve = None;
    loop {
        // Without a child in reserve the socket stands there twice.
        let spare_end = reserve.as_ref().map_or(socket.as_fd(), Reserve::end);
        let mut fds = vec![
            (socket.as_fd(), PollFlags::POLLIN),
            (spare_end, PollFlags::POLLIN),
        ];
        let sentinels = children.iter().map(|child| child.sentinel.as_fd());
        fds.extend(sentinels.map(|fd| (fd, PollFlags::POLLIN)));
        let Ok(is_ready) = ready(&fds) else {
            // More descriptors than a lowered limit allows. If the server
            // ended, nobody could tell how its children do.
            sleep(Duration::from_millis(1));
            continue;
        };
        // From the last to the first, so that the numbers stay right.
        for n in (0..children.len()).rev().filter(|&n| is_ready[n + 2]) {
            tell_end(children.swap_remove(n));
        }
        if is_ready[1]
            && let Some(dead) = reserve.take()
        {
            bury(dead.child.pid); // by a signal that was for all
        }
        if is_ready[0] {
            if !matches!(receive(&socket, None), Ok(Some(_))) {
                break;
            }
            let new = match reserve.take() {
                Some(new) => Ok(new),
                None => spare(&socket, &children, targets, &around),
            };
            let Ok(new) = answer(&socket, new) else { break };
            children.extend(new);
            reserve = spare(&socket, &children, targets, &around).ok();
        }
    }
    if let Some(Reserve { child, socket, .. }) = reserve {
        drop(socket); // it reads that it is not needed
        bury(child.pid);
    }
    // SAFETY: `_exit` has no precondition.
    unsafe { libc::_exit(0) }
}

/// The signals by which somebody ends all the processes of a group.
fn endings() -> SigSet {
    let endings =
        [Signal::SIGHUP, Signal::SIGINT, Signal::SIGQUIT, Signal::SIGTERM];
    endings.into_iter().collect()
}

/// Makes the server a quiet process: what it has of the caller's, it would hold
/// for as long as it lives, and its children get their own.
fn prepare() -> Around {
    let now = around::now().map(|(around, _)| around);
    let mut around = now.unwrap_or_default();
    // A line that was begun in front of `guard` is not for each child to end.
    let _ = io::stdout().flush();
    if let Ok(null) = File::options().read(true).write(true).open("/dev/null") {
        for number in 0..3 {
            let _ = set_stream(number, null.try_clone().ok().map(Into::into));
        }
    }
    let _ = chdir("/");
    // What a terminal or a supervisor sends to all is for the children: the
    // server ends with its parent.
    let _ = endings().thread_block();
    // SAFETY: no handler is installed, and none of anybody is replaced.
    unsafe {
        // If the end of a child were ignored, its exit code would be as well.
        let _ = signal(Signal::SIGCHLD, SigHandler::SigDfl);
    }
    around.ignored &= !(1 << (Signal::SIGCHLD as i32 - 1));
    around
}

/// Waits for a child that has ended, and writes down how. If nobody reads it,
/// nobody wants to know.
fn tell_end(mut child: Served) {
    let code = loop {
        match waitid(Who::Pid(child.pid), 0) {
            Ok(Some(code)) => break code,
            Err(Errno::EINTR) => {}
            _ => return, // not to be: nobody else waits here
        }
    };
    let _ = child.code.write_all(&code.to_ne_bytes());
}

/// Hands a child over: its PID with the descriptors, or minus an error number.
/// If that cannot be sent, the child reads an end, and ends; if nothing can,
/// the caller is gone, or has to see that the server is.
fn answer(
    socket: &UnixStream,
    new: Result<Reserve, Errno>,
) -> io::Result<Option<Served>> {
    let refuse = |errno: i32| {
        send(socket, &(-i64::from(errno)).to_ne_bytes(), &[], None)
    };
    let Reserve { child, socket: to_child, read_code } = match new {
        Ok(new) => new,
        Err(errno) => return refuse(errno as i32).map(|()| None),
    };
    let mut fds = vec![to_child.as_fd(), read_code.as_fd()];
    if pidfd::works() {
        fds.push(child.sentinel.as_fd());
    }
    let number = i64::from(child.pid).to_ne_bytes();
    if let Err(e) = send(socket, &number, &fds, None) {
        refuse(e.raw_os_error().unwrap_or(0))?;
    }
    Ok(Some(child))
}
// ANCHOR_END: serve

// ANCHOR: spare
/// Forks a child that waits for its brief.
fn spare(
    server: &UnixStream,
    children: &[Served],
    targets: &[&dyn AnyTarget],
    around: &Around,
) -> Result<Reserve, Errno> {
    let errno = |e: io::Error| {
        e.raw_os_error().map_or(Errno::UnknownErrno, Errno::from_raw)
    };
    let (socket, theirs) = pair().map_err(errno)?;
    let (read_code, code) = io::pipe().map_err(errno)?;
    let end = match pidfd::works() {
        true => None,
        false => Some(io::pipe().map_err(errno)?),
    };
    // SAFETY: the server has one thread.
    match unsafe { fork() }? {
        ForkResult::Child => {
            // What is the server's and its other children's is not for this
            // one: it would hold open what they close.
            // SAFETY: nothing below uses these values any more.
            unsafe {
                libc::close(std::os::fd::AsRawFd::as_raw_fd(server));
                for Served { sentinel, code, .. } in children {
                    libc::close(std::os::fd::AsRawFd::as_raw_fd(sentinel));
                    libc::close(std::os::fd::AsRawFd::as_raw_fd(code));
                }
            }
            drop((socket, read_code, code));
            // One that has come meanwhile, for this very child, ends it now.
            let _ = endings().thread_unblock();
            std::mem::forget(end.map(|(_, writer)| writer));
            brief::live(theirs, targets, Some(around), None)
        }
        ForkResult::Parent { child } => {
            let pid = child.as_raw();
            let sentinel = match end {
                Some((reader, _)) => reader.into(),
                None => pidfd::open(pid).inspect_err(|_| {
                    let _ = kill(Pid::from_raw(pid), Signal::SIGKILL);
                    bury(pid);
                })?,
            };
            let code = OwnedFd::from(code).into();
            let child = Served { pid, sentinel, code };
            Ok(Reserve { child, socket, read_code: read_code.into() })
        }
    }
}
// ANCHOR_END: spare
