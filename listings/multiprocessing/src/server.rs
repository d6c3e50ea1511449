//! The start method `forkserver`: a small process of this program forks on
//! request.

use std::fs::File;
use std::io::{self, IoSlice, IoSliceMut, Read, Write};
use std::net::Shutdown;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::thread::sleep;
use std::time::Duration;

use nix::errno::Errno;
use nix::libc;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::signal::{SigHandler, Signal, kill, signal};
use nix::sys::socket::{
    ControlMessage, ControlMessageOwned, MsgFlags, recvmsg, sendmsg,
};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::{ForkResult, Pid, fork};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::error::system;
use crate::spawn::{self, Message};
use crate::target::AnyTarget;
use crate::watch::Watch;

// ANCHOR: server
/// The server, as the process that uses it knows it.
pub(crate) struct Server {
    pid: Pid,
    socket: UnixStream,
}

/// What the server is asked to do.
#[derive(Serialize, Deserialize)]
enum Request {
    /// Fork a child. The end of a pipe for its PID and its exit code comes
    /// along.
    Start(Message),
    /// Signal a child that has not been waited for.
    Signal { pid: i32, signal: i32 },
}

impl Server {
    /// Runs this program once more, as a server.
    pub fn launch() -> Result<Self> {
        let (socket, theirs) =
            UnixStream::pair().map_err(system("cannot open a socket"))?;
        let pid = spawn::run_again(spawn::SERVER, theirs.as_fd(), None)?;
        Ok(Server { pid, socket })
    }

    /// Has the server fork a child. The server may have died.
    pub fn start(
        &self,
        message: Message,
        status: BorrowedFd,
    ) -> io::Result<()> {
        self.ask(&Request::Start(message), Some(status))
    }

    /// Has the server signal one of its children.
    pub fn signal(&self, pid: i32, signal: Signal) -> io::Result<()> {
        self.ask(&Request::Signal { pid, signal: signal as i32 }, None)
    }

    /// A request is its length in four bytes, with which a descriptor may
    /// travel, and JSON.
    fn ask(&self, request: &Request, fd: Option<BorrowedFd>) -> io::Result<()> {
        let text = serde_json::to_vec(request)?;
        let length = (text.len() as u32).to_be_bytes();
        let fds: Vec<i32> = fd.iter().map(AsRawFd::as_raw_fd).collect();
        let rights = [ControlMessage::ScmRights(&fds)];
        let rights = if fds.is_empty() { &[] } else { &rights[..] };
        let bytes = [IoSlice::new(&length)];
        let flags = MsgFlags::empty();
        let socket = self.socket.as_raw_fd();
        while let Err(e) = sendmsg::<()>(socket, &bytes, rights, flags, None) {
            if e != Errno::EINTR {
                return Err(e.into());
            }
        }
        (&self.socket).write_all(&text)
    }

    /// The number with which it answers: a PID, or minus an error number.
    /// `None` if it died before. Then a child that it had forked may hold the
    /// pipe, so that the socket alone tells.
    pub fn answer(&self, pipe: &File) -> io::Result<Option<i64>> {
        let readable = |fd| PollFd::new(fd, PollFlags::POLLIN);
        let ends = || [readable(pipe.as_fd()), readable(self.socket.as_fd())];
        let mut waited = Err(Errno::EINTR);
        while waited == Err(Errno::EINTR) {
            waited = poll(&mut ends(), PollTimeout::NONE);
        }
        // It may have answered between the two looks, and died.
        let one_look =
            || poll(&mut [readable(pipe.as_fd())], PollTimeout::ZERO);
        if waited.is_ok() && one_look() == Ok(0) {
            return Ok(None);
        }
        number(pipe)
    }

    /// Whether it has died with a request unread. Linux tells so, by an error
    /// of the socket.
    pub fn left_unread(&self) -> bool {
        let error = self.socket.take_error().ok().flatten();
        error.is_some_and(|e| e.kind() == io::ErrorKind::ConnectionReset)
    }

    /// Its PID.
    pub fn pid(&self) -> i32 {
        self.pid.as_raw()
    }

    /// The server, unless it has died; then it is waited for.
    pub fn if_alive(self) -> Option<Self> {
        match waitpid(self.pid, Some(WaitPidFlag::WNOHANG)) {
            Ok(WaitStatus::StillAlive) | Err(Errno::EINTR) => Some(self),
            _ => None,
        }
    }

    /// Lets the server end, and waits for it.
    pub fn stop(self) {
        // A copy of this process may hold the socket, too.
        let _ = self.socket.shutdown(Shutdown::Write);
        drop(self.socket);
        while waitpid(self.pid, None) == Err(Errno::EINTR) {}
    }
}
// ANCHOR_END: server

// ANCHOR: receive
/// The next request, or `None` when nobody is left to ask.
fn receive(
    mut socket: &UnixStream,
) -> io::Result<Option<(Request, Option<File>)>> {
    let mut length = [0; 4];
    let mut space = nix::cmsg_space!([i32; 1]);
    let (count, fd) = loop {
        let mut bytes = [IoSliceMut::new(&mut length)];
        let flags = close_on_exec();
        let fd = socket.as_raw_fd();
        match recvmsg::<()>(fd, &mut bytes, Some(&mut space), flags) {
            Err(Errno::EINTR) => {}
            Err(e) => return Err(e.into()),
            Ok(message) => {
                let mut fd = None;
                for part in message.cmsgs()? {
                    if let ControlMessageOwned::ScmRights(fds) = part {
                        fd = fds.first().copied();
                    }
                }
                break (message.bytes, fd);
            }
        }
    };
    // SAFETY: the kernel has just made this descriptor, for nobody else.
    let file = fd.map(|fd| unsafe { File::from_raw_fd(fd) });
    if count == 0 {
        return Ok(None);
    }
    socket.read_exact(&mut length[count..])?;
    let mut text = vec![0; u32::from_be_bytes(length) as usize];
    socket.read_exact(&mut text)?;
    Ok(Some((serde_json::from_slice(&text)?, file)))
}

/// What arrives is not for the programs that a child may run. Only Linux can
/// say so in the same call.
#[cfg(target_os = "linux")]
fn close_on_exec() -> MsgFlags {
    MsgFlags::MSG_CMSG_CLOEXEC
}

#[cfg(not(target_os = "linux"))]
fn close_on_exec() -> MsgFlags {
    MsgFlags::empty()
}
// ANCHOR_END: receive

// ANCHOR: serve
/// A child of the server's.
struct Served {
    pid: Pid,
    sentinel: OwnedFd,
    /// The writing end of the pipe to the process that asked for it.
    status: File,
}

/// The life of the server: forks on request, tells how its children ended, and
/// ends when nobody holds the other end of the socket.
pub(crate) fn serve(targets: &[&dyn AnyTarget]) -> ! {
    // SAFETY: no handler is installed, and none of anybody is replaced.
    unsafe {
        // Ctrl-C is for the children; they get the default back.
        let _ = signal(Signal::SIGINT, SigHandler::SigIgn);
        // If the end of a child were ignored, its exit code would be as well.
        let _ = signal(Signal::SIGCHLD, SigHandler::SigDfl);
    }
    // SAFETY: the parent has put the socket there, and nobody else knows of it.
    let socket = unsafe { UnixStream::from_raw_fd(spawn::WORK_FD) };
    let mut children: Vec<Served> = Vec::new();
    loop {
        let readable = |fd| PollFd::new(fd, PollFlags::POLLIN);
        let mut fds = vec![readable(socket.as_fd())];
        fds.extend(children.iter().map(|c| readable(c.sentinel.as_fd())));
        match poll(&mut fds, PollTimeout::NONE) {
            Ok(_) => {}
            // A signal, or no memory at the moment. If the server ended, nobody
            // could tell how its children do.
            Err(_) => {
                sleep(Duration::from_millis(1));
                continue;
            }
        }
        let ready: Vec<bool> =
            fds.iter().map(|fd| fd.any().unwrap_or(true)).collect();
        // From the last to the first, so that the numbers stay right.
        for n in (0..children.len()).rev().filter(|&n| ready[n + 1]) {
            let mut child = children.swap_remove(n);
            let code = exit_code(child.pid);
            // If nobody reads it, nobody wants to know.
            let _ = child.status.write_all(&i64::from(code).to_ne_bytes());
        }
        if ready[0] {
            match receive(&socket) {
                Ok(Some((Request::Start(message), Some(status)))) => {
                    let child = start(message, status, targets, &mut children);
                    children.extend(child);
                }
                Ok(Some((Request::Signal { pid, signal }, _))) => {
                    let ours = children.iter().any(|c| c.pid.as_raw() == pid);
                    if let (true, Ok(signal)) = (ours, Signal::try_from(signal))
                    {
                        let _ = kill(Pid::from_raw(pid), signal);
                    }
                }
                _ => break,
            }
        }
    }
    // SAFETY: `_exit` has no precondition.
    unsafe { libc::_exit(0) }
}

/// The exit code of a child that has ended, or minus the number of its signal.
fn exit_code(pid: Pid) -> i32 {
    let mut status = 0;
    // SAFETY: the kernel writes one `c_int`.
    while unsafe { libc::waitpid(pid.as_raw(), &mut status, 0) } == -1 {
        if Errno::last() != Errno::EINTR {
            return -libc::SIGKILL; // not to be: nobody else waits here
        }
    }
    match libc::WIFEXITED(status) {
        true => libc::WEXITSTATUS(status),
        false => -libc::WTERMSIG(status),
    }
}

/// Forks a child and tells its PID, or minus the error number.
fn start(
    message: Message,
    mut status: File,
    targets: &[&dyn AnyTarget],
    children: &mut Vec<Served>,
) -> Option<Served> {
    // A descriptor for the child's end, and one that comes with the next
    // request: without that the server could not go on.
    let room = status.try_clone().and_then(|_one| status.try_clone());
    let watch = match room.and_then(|_two| Watch::before_fork()) {
        Ok(watch) => watch,
        Err(e) => {
            let errno = i64::from(e.raw_os_error().unwrap_or(0));
            let _ = status.write_all(&(-errno).to_ne_bytes());
            return None;
        }
    };
    let server = std::process::id() as i32;
    // SAFETY: the server has one thread.
    let answer = match unsafe { fork() } {
        Ok(ForkResult::Child) => {
            watch.in_child();
            // The server's socket and its other children's pipes are not for
            // this one: if the server died, they would seem to be open.
            drop(std::mem::take(children));
            // SAFETY: nothing in this process uses the socket any more.
            unsafe { libc::close(spawn::WORK_FD) };
            // As long as the child holds the pipe, the parent sees no end of
            // it, even if the server dies.
            std::mem::forget(status);
            // SAFETY: as in `serve`.
            let _ = unsafe { signal(Signal::SIGINT, SigHandler::SigDfl) };
            spawn::live(message, targets, server)
        }
        Ok(ForkResult::Parent { child }) => {
            match watch.in_parent(child.as_raw()) {
                Ok(Some(sentinel)) => Ok((child, sentinel)),
                unwatched => {
                    let _ = kill(child, Signal::SIGKILL);
                    exit_code(child);
                    let error = unwatched.err();
                    Err(error.and_then(|e| e.raw_os_error()).unwrap_or(0))
                }
            }
        }
        Err(errno) => Err(errno as i32),
    };
    let number = match &answer {
        Ok((pid, _)) => i64::from(pid.as_raw()),
        Err(errno) => -i64::from(*errno),
    };
    // If nobody reads it, nobody will wait: the child is on its own.
    let _ = status.write_all(&number.to_ne_bytes());
    let (pid, sentinel) = answer.ok()?;
    Some(Served { pid, sentinel, status })
}
// ANCHOR_END: serve

// ANCHOR: number
/// The number that the server has written into the pipe: a PID, minus an error
/// number, or an exit code. `None` if it died before.
pub(crate) fn number(mut pipe: &File) -> io::Result<Option<i64>> {
    let mut bytes = [0; 8];
    match pipe.read_exact(&mut bytes) {
        Ok(()) => Ok(Some(i64::from_ne_bytes(bytes))),
        Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(e) => Err(e),
    }
}
// ANCHOR_END: number
