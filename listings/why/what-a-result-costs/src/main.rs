use std::io::{Read, Write, pipe};
use std::num::NonZero;
use std::os::unix::net::UnixStream;
use std::slice::from_raw_parts_mut;

use anyhow::{Context, Result};
use multiprocessing::Process;
use nix::sys::mman::{MapFlags, ProtFlags, mmap_anonymous};

static LETTER: [u8; 1 << 20] = [b'A'; 1 << 20];

/// Has a child write the letter, and reads it.
fn send(mut here: impl Read, mut there: impl Write) -> Result<Vec<u8>> {
    Process::new(|| drop(there.write_all(&LETTER))).start()?;
    drop(there); // ①
    let mut received = Vec::new();
    here.read_to_end(&mut received)?; // ②
    Ok(received)
}

fn main() -> Result<()> {
    let (here, there) = pipe()?;
    println!("pipe:   {} bytes", send(here, there)?.len());
    let (here, there) = UnixStream::pair()?;
    println!("socket: {} bytes", send(here, there)?.len());

    let size = NonZero::new(LETTER.len()).context("an empty letter")?;
    let both = ProtFlags::PROT_READ | ProtFlags::PROT_WRITE;
    // SAFETY: new, zeroed, never unmapped; the parent waits for the child.
    let shelf: &mut [u8] = unsafe {
        let start = mmap_anonymous(None, size, both, MapFlags::MAP_SHARED)?;
        from_raw_parts_mut(start.as_ptr().cast(), LETTER.len())
    };
    let mut child = Process::new(|| shelf.copy_from_slice(&LETTER)); // ③
    child.start()?;
    child.join()?; // ④
    drop(child);
    println!("shared: {} bytes", shelf.iter().filter(|&&b| b == b'A').count());
    Ok(())
}
