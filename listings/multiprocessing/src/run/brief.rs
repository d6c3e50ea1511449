//! What a child that has inherited nothing is told, and becomes.

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;

use nix::errno::Errno;
use nix::unistd::getppid;

use crate::error::{Error, Result, system};
use crate::here::authkey::AuthKey;
use crate::here::parent::ParentProcess;
use crate::here::record::{Me, lock};
use crate::run::life;
use crate::run::target::AnyTarget;
use crate::run::work::Letter;
use crate::sys::around::{
    Around, enter, set_stream, streams, working_directory,
};
use crate::wire::fields::{Reader, Writer};
use crate::wire::parcel::{receive, send};

// ANCHOR: brief
/// Who the child is and what is around it.
pub struct Brief {
    pub me: Me,
    pub around: Around,
}

/// Which descriptors come along with it, in this order: the parent's pidfd, the
/// child's end of the pipe that tells its end, the working directory, and the
/// standard streams.
struct Along<F> {
    which: u64,
    fds: Vec<F>,
}

const PARENT: u64 = 1;
const WATCH: u64 = 1 << 1;
const PLACE: u64 = 1 << 2;
const STREAMS: [u64; 3] = [1 << 3, 1 << 4, 1 << 5];

impl<F> Along<F> {
    fn add(&mut self, which: u64, fd: Option<F>) {
        if let Some(fd) = fd {
            self.which |= which;
            self.fds.push(fd);
        }
    }

    /// The next one, if it is this one.
    fn take(&mut self, which: u64) -> Option<F> {
        (self.which & which != 0).then(|| self.fds.remove(0))
    }
}
// ANCHOR_END: brief

// ANCHOR: tell
impl Brief {
    /// Tells it to the child, with what it has to do. A child of the fork
    /// server is not where its parent is, and gets the directory and the
    /// streams. If the child ends meanwhile, its exit code says why.
    pub fn tell(
        &self,
        to: &UnixStream,
        letter: &Letter,
        watch: Option<OwnedFd>,
        served: bool,
        ended: BorrowedFd,
    ) -> Result<()> {
        let parent = lock().pidfd()?;
        let place = served.then(working_directory).transpose()?;
        let mut along = Along { which: 0, fds: Vec::with_capacity(6) };
        along.add(PARENT, parent.as_ref().map(|fd| fd.as_fd()));
        along.add(WATCH, watch.as_ref().map(OwnedFd::as_fd));
        along.add(PLACE, place.as_ref().map(OwnedFd::as_fd));
        for stream in served.then(streams).into_iter().flatten() {
            along.add(STREAMS[stream.as_raw_fd() as usize], Some(stream));
        }
        let bytes = self.write(along.which, letter);
        let told = send(to, &bytes, &along.fds, Some(ended));
        // From here on only the child holds its end of the pipe.
        drop(watch);
        let told =
            told.and_then(|()| send(to, &letter.value, &[], Some(ended)));
        match told {
            Err(e) if is_gone(&e) => Ok(()),
            told => told.map_err(system("cannot tell the child its work")),
        }
    }

    fn write(&self, along: u64, letter: &Letter) -> Vec<u8> {
        let Me { name, daemon, identity, authkey, parent } = &self.me;
        let Around { ignored, blocked, umask, environment } = &self.around;
        let mut fields = Writer::default();
        fields.number(along).bytes(letter.target.as_bytes());
        fields.bytes(letter.kind.as_bytes()).bytes(name.as_bytes());
        fields.number((*daemon).into()).number(identity.len() as u64);
        for number in identity {
            fields.number((*number).into());
        }
        let key = authkey.as_ref().map_or(&[][..], AuthKey::as_bytes);
        let (parent, pid) =
            parent.as_ref().map_or(("", 0), |p| (&*p.name, p.pid));
        fields.bytes(key).bytes(parent.as_bytes()).number(pid as u64);
        fields.number(*ignored).number(*blocked);
        fields.number(umask.map_or(u64::MAX, u64::from)).bytes(environment);
        fields.done()
    }
}

fn is_gone(e: &io::Error) -> bool {
    let errno = e.raw_os_error().map(Errno::from_raw);
    matches!(errno, Some(Errno::EPIPE | Errno::ECONNRESET))
}
// ANCHOR_END: tell

// ANCHOR: live
/// Reads what this child is to be and to do, and lives so. `before` is what a
/// child of the fork server has around it until then; `gone` tells that the
/// parent has ended.
pub fn live(
    from: UnixStream,
    targets: &[&dyn AnyTarget],
    before: Option<&Around>,
    gone: Option<OwnedFd>,
) -> ! {
    let sender = gone.as_ref().map(OwnedFd::as_fd);
    let read = receive(&from, sender).and_then(|parcel| {
        let value = receive(&from, sender)?;
        Ok(parcel.zip(value))
    });
    drop((from, gone));
    let (parcel, value) = match read {
        Ok(Some(both)) => both,
        // A child in reserve, which was not needed.
        Ok(None) if before.is_some() => life::end(0),
        Ok(None) => refuse("cannot read what to do: the parent has ended"),
        Err(e) => refuse(&format!("cannot read what to do: {e}")),
    };
    let fds = parcel.fds;
    let Some((which, target, kind, brief)) = Brief::read(&parcel.bytes) else {
        refuse("cannot read what to do: it is cut short")
    };
    if let Err(e) = brief.take_on(Along { which, fds }, before) {
        refuse(&format!("cannot take the place of a child: {e}"));
    }
    life::live(|| {
        let found = targets.iter().find(|known| known.name() == target);
        let done = match found {
            Some(known) => known.call(&kind, value.bytes),
            None => Err(Error::UnknownTarget(target.clone())),
        };
        if let Err(error) = done {
            let cause = std::error::Error::source(&error);
            let cause = cause.map_or(String::new(), |e| format!(": {e}"));
            eprintln!("Error: target {target:?}: {error}{cause}");
            life::exit(1);
        }
    })
}

fn refuse(why: &str) -> ! {
    eprintln!("Error: {why}");
    life::end(1)
}
// ANCHOR_END: live

// ANCHOR: take_on
impl Brief {
    fn read(bytes: &[u8]) -> Option<(u64, String, String, Self)> {
        let mut fields = Reader(bytes);
        let along = fields.number()?;
        let (target, kind) = (fields.text()?.into(), fields.text()?.into());
        let name = fields.text()?.to_owned();
        let daemon = fields.number()? == 1;
        let count = fields.number()?;
        let identity = (0..count).map(|_| fields.number()?.try_into().ok());
        let identity = identity.collect::<Option<_>>()?;
        let authkey = Some(AuthKey::from(fields.bytes()?));
        let parent = Some(ParentProcess {
            name: fields.text()?.to_owned(),
            pid: fields.number()? as i32,
            pidfd: None,
            witness: getppid().as_raw(),
        });
        let around = Around {
            ignored: fields.number()?,
            blocked: fields.number()?,
            umask: fields.number()?.try_into().ok(),
            environment: fields.bytes()?.to_vec(),
        };
        let me = Me { name, daemon, identity, authkey, parent };
        Some((along, target, kind, Brief { me, around }))
    }

    /// Makes this process the one that is described.
    fn take_on(
        mut self,
        mut along: Along<OwnedFd>,
        before: Option<&Around>,
    ) -> io::Result<()> {
        if let Some(parent) = &mut self.me.parent {
            parent.pidfd = along.take(PARENT).map(Arc::new);
        }
        // Closed by the kernel at the end, which is what it tells.
        std::mem::forget(along.take(WATCH));
        match before {
            Some(before) => {
                let place = along.take(PLACE);
                let streams = STREAMS.map(|which| along.take(which));
                for (number, stream) in (0..).zip(streams) {
                    set_stream(number, stream)?;
                }
                place.as_ref().map_or(Ok(()), enter)?;
                self.around.take_on(before);
            }
            None => self.around.take_on_spawned(),
        }
        lock().become_child(self.me);
        Ok(())
    }
}
// ANCHOR_END: take_on
