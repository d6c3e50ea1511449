use std::fs::File;
use std::io::Result;
use std::os::fd::OwnedFd;
use std::process::Child;
use std::time::Instant;

use crate::ready::ready;

/// This side of a child's pipes, numbered as the child's descriptors are: what
/// is to be sent, how much of it was, and what was read.
pub struct Pipes {
    pub ends: [Option<File>; 3],
    pub input: Vec<u8>,
    pub sent: usize,
    pub read: [Vec<u8>; 3],
}

impl Pipes {
    /// Takes the pipes out of `child`.
    pub fn new(child: &mut Child, input: Vec<u8>) -> Self {
        let stdin = child.stdin.take().filter(|_| !input.is_empty()); // ①
        let stdin = stdin.map(OwnedFd::from);
        let stdout = child.stdout.take().map(OwnedFd::from);
        let stderr = child.stderr.take().map(OwnedFd::from);
        let ends = [stdin, stdout, stderr].map(|end| end.map(File::from));
        Pipes { ends, input, sent: 0, read: Default::default() }
    }

    /// Writes and reads until all pipes are closed; `false` if time is up.
    pub fn talk(&mut self, deadline: Option<Instant>) -> Result<bool> {
        let mut over = false;
        while !over && self.ends.iter().any(Option::is_some) {
            over = deadline.is_some_and(|end| Instant::now() >= end); // ②
            for n in ready(&self.ends, deadline)? {
                self.step(n)?;
            }
        }
        Ok(self.ends.iter().all(Option::is_none))
    }
}
