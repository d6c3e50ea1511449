use std::io::{ErrorKind, Read, Result, Write};

use nix::libc::PIPE_BUF;

use crate::Pipes;

impl Pipes {
    /// Writes to or reads from a pipe that is ready, once.
    pub(crate) fn step(&mut self, n: usize) -> Result<()> {
        let Some(end) = &mut self.ends[n] else { return Ok(()) };
        let open = if n == 0 {
            let unsent = &self.input[self.sent..];
            let piece = &unsent[..unsent.len().min(PIPE_BUF)]; // ③
            match end.write(piece) {
                Ok(count) => self.sent += count,
                Err(e) if e.kind() == ErrorKind::BrokenPipe => {
                    self.sent = self.input.len(); // ④
                }
                Err(e) => return Err(e),
            }
            self.sent < self.input.len()
        } else {
            let mut buffer = [0; 65536];
            let count = end.read(&mut buffer)?;
            self.read[n].extend_from_slice(&buffer[..count]);
            count > 0
        };
        if !open {
            self.ends[n] = None; // ⑤
        }
        Ok(())
    }
}
