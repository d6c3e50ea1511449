//! A descriptor that is readable from a child's end on.

use std::io::{self, PipeReader, PipeWriter};
use std::mem::forget;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

use nix::errno::Errno;

use crate::sys::pidfd;

// ANCHOR: watch
/// The descriptor, as the parent holds it.
pub enum Watch {
    /// Linux has one for a process.
    Pidfd(OwnedFd),
    /// Elsewhere it is a pipe, as in Python: the child holds the writing end,
    /// and the kernel closes that when the child ends. A grandchild that
    /// outlives the child may hold it longer.
    Pipe(OwnedFd),
}

impl AsFd for Watch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        let (Watch::Pidfd(fd) | Watch::Pipe(fd)) = self;
        fd.as_fd()
    }
}

/// What there has to be before the child is: the pipe, where it needs one.
pub struct BeforeFork(Option<(PipeReader, PipeWriter)>);

impl BeforeFork {
    pub fn new() -> io::Result<Self> {
        let pipe = (!pidfd::works()).then(io::pipe);
        Ok(BeforeFork(pipe.transpose()?))
    }

    /// The parent's descriptor. `None` if the child is gone already: it has
    /// ended, and the kernel has thrown its exit status away, because `SIGCHLD`
    /// is ignored.
    /// If there is no descriptor left, it takes the place of `room`.
    pub fn in_parent(
        self,
        pid: i32,
        room: &mut Option<OwnedFd>,
    ) -> Result<Option<Watch>, Errno> {
        match self.0 {
            Some((reader, _)) => Ok(Some(Watch::Pipe(reader.into()))),
            None => loop {
                match pidfd::open(pid) {
                    Ok(pidfd) => return Ok(Some(Watch::Pidfd(pidfd))),
                    Err(Errno::ESRCH) => return Ok(None),
                    Err(Errno::EMFILE) if room.is_some() => *room = None,
                    Err(e) => return Err(e),
                }
            },
        }
    }

    /// A forked child has its end of the pipe by inheritance, and keeps it.
    pub fn in_child(self) {
        if let Some((_, writer)) = self.0 {
            forget(writer);
        }
    }

    /// The child's end, if it has to be sent.
    pub fn for_child(&self) -> io::Result<Option<OwnedFd>> {
        let pipe = self.0.as_ref();
        pipe.map(|(_, writer)| writer.as_fd().try_clone_to_owned()).transpose()
    }
}
// ANCHOR_END: watch
