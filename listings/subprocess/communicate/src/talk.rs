use std::io::{ErrorKind, Read, Result, Write};
use std::os::fd::AsFd;
use std::process::Child;

use nix::errno::Errno;
use nix::libc::PIPE_BUF;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

/// Writes and reads, whichever can be done, until the child's output ends.
pub fn talk(child: &mut Child, mut input: &[u8]) -> Result<Vec<u8>> {
    let mut stdout = child.stdout.take().ok_or(ErrorKind::InvalidInput)?;
    let mut stdin = child.stdin.take();
    let (mut output, mut buffer) = (Vec::new(), [0; 4096]);
    let (can_read, can_write) = (PollFlags::POLLIN, PollFlags::POLLOUT);
    loop {
        let mut pipes = vec![PollFd::new(stdout.as_fd(), can_read)];
        pipes.extend(stdin.iter().map(|p| PollFd::new(p.as_fd(), can_write)));
        let polled = poll(&mut pipes, PollTimeout::NONE); // ①
        if polled == Err(Errno::EINTR) {
            continue;
        }
        polled?;
        let ready = pipes.iter().map(|pipe| pipe.any() != Some(false));
        let ready: Vec<_> = ready.collect();
        if ready[0] {
            match stdout.read(&mut buffer)? {
                0 => return Ok(output), // ②
                n => output.extend(&buffer[..n]),
            }
        }
        if let (Some(pipe), Some(true)) = (&mut stdin, ready.get(1)) {
            let piece = &input[..input.len().min(PIPE_BUF)]; // ③
            input = match pipe.write(piece) {
                Err(e) if e.kind() == ErrorKind::BrokenPipe => &[],
                written => &input[written?..],
            };
            stdin = stdin.filter(|_| !input.is_empty()); // ④
        }
    }
}
