//! The fork server, as the process that uses it knows it.

use std::io::{self, ErrorKind};
use std::net::Shutdown;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

use nix::errno::Errno;
use nix::libc;

use crate::error::{Result, system};
use crate::sys::around::Rights;
use crate::sys::mark::mark;
use crate::sys::pidfd;
use crate::sys::program::{Role, run_again};
use crate::sys::wait::bury;
use crate::wire::parcel::{self, Parcel};

// ANCHOR: server
/// A fork server that this process has launched.
pub struct Server {
    pid: i32,
    /// Tells its death, whoever else holds the other end of the socket.
    pidfd: Option<OwnedFd>,
    socket: UnixStream,
    /// What it may do, and so may each of its children.
    pub rights: Rights,
    /// The process that launched it.
    owner: u64,
    /// A question and its answer belong together.
    asking: Mutex<()>,
    stopped: AtomicBool,
    needed: Needed,
}

/// Held by each child whose exit code the server will tell: not the server
/// itself, for a copy of that child would keep its socket open.
#[derive(Clone, Default)]
pub struct Needed(Arc<()>);

/// A new child, which waits to be told who it is.
pub struct Answer {
    pub pid: i32,
    /// The way to tell it.
    pub socket: UnixStream,
    /// Where its exit code will be.
    pub code: OwnedFd,
    /// Its pidfd, where the system has them.
    pub pidfd: Option<OwnedFd>,
}

impl Server {
    /// Runs this program once more, as a server.
    pub fn launch(rights: Rights) -> Result<Self> {
        let (socket, theirs) =
            parcel::pair().map_err(system("cannot open a socket"))?;
        let pid = run_again(Role::Server, theirs.as_fd())?;
        let pidfd = pidfd::works().then(|| pidfd::open(pid)).transpose();
        Ok(Server {
            pid,
            pidfd: pidfd.ok().flatten(),
            socket,
            rights,
            owner: mark(),
            asking: Mutex::new(()),
            stopped: AtomicBool::new(false),
            needed: Needed::default(),
        })
    }

    /// Asks for a child, and does something else meanwhile. `None` if the
    /// server is dead: then there is no child, or one that ends by itself,
    /// since nobody will tell it what to do.
    pub fn ask(&self, meanwhile: impl FnOnce()) -> Result<Option<Answer>> {
        let asking = self.asking.lock();
        let _asking = asking.unwrap_or_else(PoisonError::into_inner);
        let failed = system::<io::Error>("cannot ask the fork server");
        let dead = self.pidfd.as_ref().map(OwnedFd::as_fd);
        if parcel::send(&self.socket, &[], &[], dead).is_err() {
            return Ok(None);
        }
        meanwhile();
        let Parcel { bytes, fds } = match parcel::receive(&self.socket, dead) {
            Ok(Some(answer)) => answer,
            Ok(None) => return Ok(None),
            Err(e) => match e.kind() {
                ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset => {
                    return Ok(None);
                }
                // The answer was read to its end, but for a descriptor.
                _ if e.raw_os_error() == Some(libc::EMFILE) => {
                    return Err(failed(e));
                }
                _ => {
                    self.stop();
                    return Err(failed(e));
                }
            },
        };
        let number = bytes.try_into().map(i64::from_ne_bytes);
        let number = number.map_err(|_| failed(Errno::EBADMSG.into()))?;
        if number <= 0 {
            let errno = Errno::from_raw(-number as i32);
            return Err(system("the fork server cannot fork")(errno));
        }
        let mut fds = fds.into_iter();
        let (Some(socket), Some(code)) = (fds.next(), fds.next()) else {
            return Err(failed(Errno::EBADMSG.into()));
        };
        let (socket, pidfd) = (socket.into(), fds.next());
        Ok(Some(Answer { pid: number as i32, socket, code, pidfd }))
    }

    /// For a child of this server.
    pub fn needed(&self) -> Needed {
        self.needed.clone()
    }

    /// Whether a child needs it that somebody may still ask about.
    pub fn is_needed(&self) -> bool {
        Arc::strong_count(&self.needed.0) > 1
    }

    /// Closes what this process holds of it, and writes to no page of memory.
    ///
    /// # Safety
    ///
    /// Nobody uses this value afterwards, not even by dropping it.
    pub unsafe fn close_descriptors(&self) {
        // SAFETY: they are this value's, which is not used any more.
        unsafe {
            libc::close(self.socket.as_raw_fd());
            if let Some(pidfd) = &self.pidfd {
                libc::close(pidfd.as_raw_fd());
            }
        }
    }

    /// Lets the server end, and waits for it. Its children go on.
    pub fn stop(&self) {
        if self.owner != mark() || self.stopped.swap(true, Relaxed) {
            return;
        }
        // A copy of this process may hold the socket, too.
        let _ = self.socket.shutdown(Shutdown::Write);
        bury(self.pid);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}
// ANCHOR_END: server
