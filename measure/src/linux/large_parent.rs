//! Fork against the memory that the parent has touched, with small and with
//! huge pages, and what the parent pays after the fork.

use std::num::NonZero;
use std::ptr::NonNull;

use anyhow::{Context, Result};
use nix::libc::c_void;
use nix::sys::mman::{
    MapFlags, MmapAdvise, ProtFlags, madvise, mmap_anonymous, munmap,
};

use super::child::Child;
use super::python::Python;
use super::results::Results;
use super::rounds::{Rounds, Said, time};
use super::start::{by_command, by_pre_exec, program};

const ROUNDS: usize = 12;
const SIZES: [usize; 4] = [0, 64, 256, 1024];
const SMALL_PAGE: usize = 4096;

pub fn run(results: &mut Results) -> Result<()> {
    let program = program("true")?;
    let python = Python::start("large_parent.py")?;
    let mut rounds = Rounds::new("large-parent");
    // The reference is a parent of some size, so that it takes long enough.
    for mib in [64, 0, 256, 1024] {
        for huge in [false, true] {
            let program = &program;
            rounds.add_all(move || one(mib, huge, program));
        }
    }
    for mib in SIZES {
        let (python, program) = (&python, &program);
        rounds.add_all(move || {
            let answer = python.ask(&format!("children {mib} {program}"))?;
            let what = ["fork", "run", "run-preexec-fn"];
            let names = what.map(|what| format!("python-{what}.{mib}"));
            Ok(names.into_iter().zip(answer).collect())
        });
    }
    let samples = rounds.run(ROUNDS)?;
    for name in samples.names() {
        results.put(format!("large-parent.{name}"), "µs", samples.of(name));
    }
    for name in samples.names() {
        // Against the parent without memory, or before the fork.
        let Some((what, mib)) = name.split_once('.') else { continue };
        let reference = match what.split_once("-after") {
            _ if what.ends_with("-before") => continue,
            Some((pages, _)) => format!("{pages}-before.{mib}"),
            None => format!("{what}.0"),
        };
        let ratio = samples.ratio(name, &reference);
        results.put(format!("large-parent.{name}.ratio"), "×", ratio);
    }
    results.put_noise(&samples);
    Ok(())
}

/// All that is measured in a parent of one size.
fn one(mib: usize, huge: bool, program: &str) -> Result<Said> {
    let mut memory = Memory::new(mib, huge)?;
    memory.write();
    let pages = if huge { "huge" } else { "small" };
    let mut said = Vec::new();
    let mut say = |what: &str, value| {
        said.push((format!("{pages}-{what}.{mib}"), value));
    };
    let count = if mib > 100 { 1 } else { 5 };
    let write = |memory: &mut Memory| {
        time(1, || {
            memory.write();
            Ok(())
        })
    };
    let before = write(&mut memory)?;
    say("fork", time(count, || Child::fork(|| ())?.wait())?);
    if mib > 0 {
        say("before", before);
        say("after", write(&mut memory)?);
    }
    say("command", time(3, || by_command(program))?);
    say("command-pre-exec", time(1, || by_pre_exec(program))?);
    Ok(said)
}

/// Memory of the parent, with pages of one kind.
struct Memory {
    start: NonNull<c_void>,
    length: usize,
}

impl Memory {
    fn new(mib: usize, huge: bool) -> Result<Self> {
        // A huge page more, as no mapping is empty.
        let length = (mib << 20) + (2 << 20);
        let size = NonZero::new(length).context("no memory")?;
        let both = ProtFlags::PROT_READ | ProtFlags::PROT_WRITE;
        // SAFETY: the kernel chooses a place where nothing is.
        let start =
            unsafe { mmap_anonymous(None, size, both, MapFlags::MAP_PRIVATE) }
                .context("cannot map memory")?;
        let memory = Memory { start, length };
        let pages = match huge {
            true => MmapAdvise::MADV_HUGEPAGE,
            false => MmapAdvise::MADV_NOHUGEPAGE,
        };
        // SAFETY: the whole mapping, and nothing is in it yet.
        unsafe { madvise(start, length, pages) }.context("cannot advise")?;
        Ok(memory)
    }

    /// Writes one byte into each small page of what was asked for.
    fn write(&mut self) {
        let first = self.start.cast::<u8>();
        for at in (0..self.length - (2 << 20)).step_by(SMALL_PAGE) {
            // SAFETY: `at` is inside of the mapping, which is ours alone.
            unsafe { first.add(at).write_volatile(1) };
        }
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        // SAFETY: nobody has a reference into it.
        let _ = unsafe { munmap(self.start, self.length) };
    }
}
