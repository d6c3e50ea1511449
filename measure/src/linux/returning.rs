//! Bytes that a child returns: from the question of the parent until they are
//! in the parent's hands. The child and the buffer stay from call to call.

use std::fs::File;
use std::io::{PipeReader, PipeWriter, Read, Write, pipe};
use std::num::NonZero;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::ptr::NonNull;
use std::slice;

use anyhow::{Context, Result};
use nix::libc::c_void;
use nix::sys::mman::{MapFlags, ProtFlags, mmap_anonymous, munmap};

use super::child::Child;
use super::python::Python;
use super::results::Results;
use super::rounds::Rounds;

const ROUNDS: usize = 15;
/// The name of a size, its bytes, and how many calls a round makes.
const SIZES: [(&str, usize, u32); 3] =
    [("1-kib", 1 << 10, 100), ("1-mib", 1 << 20, 5), ("64-mib", 64 << 20, 1)];

pub fn run(results: &mut Results) -> Result<()> {
    let python = Python::start("returning.py")?;
    for (name, size, count) in SIZES {
        let mut rounds = Rounds::new(match name {
            "1-kib" => "returning-1-kib",
            "1-mib" => "returning-1-mib",
            _ => "returning-64-mib",
        });
        let (reader, writer) = pipe()?;
        let mut by_pipe = Stream::start(reader, writer, size)?;
        rounds.time("pipe", count, move || by_pipe.ask());
        let (here, there) = UnixStream::pair()?;
        let mut by_socket = Stream::start(here, there, size)?;
        rounds.time("socket-pair", count, move || by_socket.ask());
        for (name, copy) in [("shared", true), ("shared-in-place", false)] {
            let mut shared = Shared::start(size, copy)?;
            rounds.time(name, count, move || shared.ask());
        }
        for how in ["pipe", "queue", "shared", "shared-in-place"] {
            let request = format!("result {how} {size} {count}");
            let python = &python;
            rounds
                .add(format!("python-{how}"), move || python.ask_one(&request));
        }
        let samples = rounds.run(ROUNDS)?;
        for how in samples.names() {
            let key = format!("returning.{how}.{name}");
            results.put(key.clone(), "µs", samples.of(how));
            let ratio = samples.ratio(how, "pipe");
            results.put(format!("{key}.ratio"), "×", ratio);
        }
        results.put_noise(&samples);
    }
    Ok(())
}

/// A child that writes its bytes into a pipe or a socket.
struct Stream {
    question: PipeWriter,
    answer: File,
    buffer: Vec<u8>,
    _child: Child,
}

impl Stream {
    fn start(
        here: impl Into<OwnedFd>,
        there: impl Into<OwnedFd>,
        size: usize,
    ) -> Result<Self> {
        let (mut asked, question) = pipe()?;
        let mut there = File::from(there.into());
        let bytes = vec![1u8; size];
        let child = Child::fork(|| {
            while asked.read_exact(&mut [0]).is_ok() {
                if there.write_all(&bytes).is_err() {
                    return;
                }
            }
        })?;
        let answer = File::from(here.into());
        Ok(Stream { question, answer, buffer: vec![0; size], _child: child })
    }

    fn ask(&mut self) -> Result<()> {
        self.question.write_all(b"?")?;
        Ok(self.answer.read_exact(&mut self.buffer)?)
    }
}

/// A child that writes them into memory that it shares with the parent, and a
/// byte into a pipe when they are there.
struct Shared {
    question: PipeWriter,
    done: PipeReader,
    memory: NonNull<c_void>,
    size: usize,
    copy: Option<Vec<u8>>,
    _child: Child,
}

impl Shared {
    fn start(size: usize, copy: bool) -> Result<Self> {
        let (mut asked, question) = pipe()?;
        let (done, mut is_done) = pipe()?;
        let length = NonZero::new(size).context("no bytes")?;
        let both = ProtFlags::PROT_READ | ProtFlags::PROT_WRITE;
        // SAFETY: the kernel chooses a place where nothing is.
        let memory =
            unsafe { mmap_anonymous(None, length, both, MapFlags::MAP_SHARED) }
                .context("cannot map memory")?;
        let bytes = vec![1u8; size];
        let child = Child::fork(|| {
            while asked.read_exact(&mut [0]).is_ok() {
                // SAFETY: the parent sleeps until the byte below arrives, so
                // that nobody reads or writes there now.
                let there = unsafe {
                    slice::from_raw_parts_mut(memory.as_ptr().cast(), size)
                };
                there.copy_from_slice(&bytes);
                if is_done.write_all(b"!").is_err() {
                    return;
                }
            }
        })?;
        let copy = copy.then(|| vec![0; size]);
        Ok(Shared { question, done, memory, size, copy, _child: child })
    }

    fn ask(&mut self) -> Result<()> {
        self.question.write_all(b"?")?;
        self.done.read_exact(&mut [0])?;
        if let Some(copy) = &mut self.copy {
            // SAFETY: the child writes again only when it is asked again.
            let bytes = unsafe {
                slice::from_raw_parts(self.memory.as_ptr().cast(), self.size)
            };
            copy.copy_from_slice(bytes);
        }
        Ok(())
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        // SAFETY: no reference into it outlives a call of `ask`.
        let _ = unsafe { munmap(self.memory, self.size) };
    }
}
