//! Bytes and descriptors that go through a socket together.

use std::io::{self, IoSlice};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd};
use std::os::unix::net::UnixStream;

use nix::errno::Errno;
use nix::libc;
use nix::poll::PollFlags;
use nix::sys::socket::{ControlMessage, MsgFlags, sendmsg};

use crate::sys::poll::ready;

// ANCHOR: parcel
/// What has arrived.
pub struct Parcel {
    pub bytes: Vec<u8>,
    pub fds: Vec<OwnedFd>,
}

/// How many descriptors a parcel may have.
const MOST_FDS: usize = 8;

/// A pair of sockets that no `exec` hands on.
pub fn pair() -> io::Result<(UnixStream, UnixStream)> {
    let pair = UnixStream::pair()?;
    #[cfg(not(target_os = "linux"))]
    for socket in [&pair.0, &pair.1] {
        let on: libc::c_int = 1;
        // SAFETY: the pointer and the size are those of `on`.
        let set = unsafe {
            libc::setsockopt(
                socket.as_raw_fd(),
                libc::SOL_SOCKET,
                libc::SO_NOSIGPIPE,
                (&raw const on).cast(),
                size_of_val(&on) as u32,
            )
        };
        Errno::result(set)?;
    }
    Ok(pair)
}

/// Sends a parcel: the length in eight bytes, with which the descriptors
/// travel, and the bytes. Never raises `SIGPIPE`. If `gone` becomes readable
/// meanwhile, nobody is going to read the rest: that is a broken pipe as well,
/// whoever else still holds the other end.
pub fn send(
    to: &UnixStream,
    bytes: &[u8],
    fds: &[BorrowedFd],
    gone: Option<BorrowedFd>,
) -> io::Result<()> {
    let length = (bytes.len() as u64).to_le_bytes();
    let raw: Vec<i32> = fds.iter().map(AsRawFd::as_raw_fd).collect();
    let rights = [ControlMessage::ScmRights(&raw)];
    let mut rights = if raw.is_empty() { &[] } else { &rights[..] };
    let mut sent = 0;
    while sent < length.len() + bytes.len() {
        let head = &length[sent.min(length.len())..];
        let body = &bytes[sent.saturating_sub(length.len())..];
        let parts = [IoSlice::new(head), IoSlice::new(body)];
        let flags = MsgFlags::MSG_DONTWAIT | no_signal();
        match sendmsg::<()>(to.as_raw_fd(), &parts, rights, flags, None) {
            Ok(count) => {
                sent += count;
                rights = &[];
            }
            Err(Errno::EINTR) => {}
            Err(Errno::EAGAIN | Errno::ENOBUFS) => {
                let room = (to.as_fd(), PollFlags::POLLOUT);
                let gone = gone.map(|fd| (fd, PollFlags::POLLIN));
                let ends: Vec<_> = [room].into_iter().chain(gone).collect();
                if ready(&ends)?.get(1) == Some(&true) {
                    return Err(Errno::EPIPE.into());
                }
            }
            Err(e) => return Err(e.into()),
        }
    }
    Ok(())
}

/// Receives a parcel, or `None` if the other end was closed before one began.
/// If `gone` becomes readable, nobody is left to send the rest.
pub fn receive(
    from: &UnixStream,
    gone: Option<BorrowedFd>,
) -> io::Result<Option<Parcel>> {
    let mut length = [0; 8];
    let mut fds = Vec::new();
    let (mut have, mut all) = (0, true);
    while have < length.len() {
        wait(from, gone)?;
        let room = &mut length[have..];
        let (count, all_here) = receive_some(from, room, &mut fds)?;
        have += count;
        all &= all_here;
        match (count, have) {
            (0, 0) => return Ok(None),
            (0, _) => return Err(io::ErrorKind::UnexpectedEof.into()),
            _ => {}
        }
    }
    let length = usize::try_from(u64::from_le_bytes(length))
        .map_err(|_| io::ErrorKind::FileTooLarge)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length)?;
    while bytes.len() < length {
        wait(from, gone)?;
        let rest = length - bytes.len();
        let room = bytes.spare_capacity_mut().as_mut_ptr().cast();
        // SAFETY: there is room for what is missing, and the kernel says how
        // much of it it has filled.
        match unsafe { libc::recv(from.as_raw_fd(), room, rest, 0) } {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            -1 if Errno::last() == Errno::EINTR => {}
            -1 => return Err(io::Error::last_os_error()),
            // SAFETY: as above.
            count => unsafe { bytes.set_len(bytes.len() + count as usize) },
        }
    }
    match all {
        true => Ok(Some(Parcel { bytes, fds })),
        // The table of this process had no room for one of them.
        false => Err(Errno::EMFILE.into()),
    }
}
// ANCHOR_END: parcel

// ANCHOR: receive
/// Waits for something to read, if there is a reason to stop waiting.
fn wait(from: &UnixStream, gone: Option<BorrowedFd>) -> io::Result<()> {
    let Some(gone) = gone else { return Ok(()) };
    loop {
        let both =
            [(from.as_fd(), PollFlags::POLLIN), (gone, PollFlags::POLLIN)];
        match ready(&both)?[..] {
            [true, _] => return Ok(()),
            [_, true] => return Err(io::ErrorKind::UnexpectedEof.into()),
            _ => {} // a signal
        }
    }
}

/// Reads the next bytes, with the descriptors that came along with them, and
/// says whether all of those have arrived. (nix's `recvmsg` loses the ones that
/// have, if not.)
fn receive_some(
    from: &UnixStream,
    bytes: &mut [u8],
    fds: &mut Vec<OwnedFd>,
) -> io::Result<(usize, bool)> {
    let mut space = nix::cmsg_space!([i32; MOST_FDS]);
    let mut part = libc::iovec {
        iov_base: bytes.as_mut_ptr().cast(),
        iov_len: bytes.len(),
    };
    // SAFETY: all zeros is a valid `msghdr`. The kernel writes into `bytes` and
    // `space`, at most as much as there is, and says how much that was: so the
    // macros find whole messages there, and descriptors that are new.
    unsafe {
        let mut message: libc::msghdr = std::mem::zeroed();
        message.msg_iov = &raw mut part;
        message.msg_iovlen = 1;
        message.msg_control = space.as_mut_ptr().cast();
        message.msg_controllen = space.capacity() as _;
        let count = loop {
            let (socket, flags) = (from.as_raw_fd(), close_on_exec().bits());
            match Errno::result(libc::recvmsg(socket, &mut message, flags)) {
                Err(Errno::EINTR) => {}
                count => break count? as usize,
            }
        };
        let mut next = libc::CMSG_FIRSTHDR(&message);
        while let Some(header) = next.as_ref() {
            let rights = header.cmsg_level == libc::SOL_SOCKET
                && header.cmsg_type == libc::SCM_RIGHTS;
            let bytes = header.cmsg_len - libc::CMSG_LEN(0) as usize;
            let data = libc::CMSG_DATA(header).cast::<i32>();
            for n in 0..if rights { bytes / size_of::<i32>() } else { 0 } {
                let fd = data.add(n).read_unaligned();
                fds.push(OwnedFd::from_raw_fd(fd));
            }
            next = libc::CMSG_NXTHDR(&message, header);
        }
        Ok((count, message.msg_flags & libc::MSG_CTRUNC == 0))
    }
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

/// Linux says it with each message, other systems once for the socket.
#[cfg(target_os = "linux")]
fn no_signal() -> MsgFlags {
    MsgFlags::MSG_NOSIGNAL
}

#[cfg(not(target_os = "linux"))]
fn no_signal() -> MsgFlags {
    MsgFlags::empty()
}
// ANCHOR_END: receive
