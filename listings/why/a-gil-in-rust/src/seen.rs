use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use nix::sys::mman::{MapFlags, ProtFlags, mmap_anonymous};

/// How many are there now, and the most that ever were.
pub struct Gauge(AtomicUsize, AtomicUsize);

impl Gauge {
    pub fn enter(&self) {
        let now = self.0.fetch_add(1, SeqCst) + 1;
        self.1.fetch_max(now, SeqCst);
    }

    pub fn leave(&self) {
        self.0.fetch_sub(1, SeqCst);
    }

    pub fn most(&self) -> usize {
        self.1.load(SeqCst)
    }
}

pub struct Seen {
    pub at_work: Gauge,
    pub inside: Gauge,
}

/// Two gauges in memory that children share, instead of having a copy each.
pub fn shared() -> nix::Result<&'static Seen> {
    const SIZE: NonZeroUsize = NonZeroUsize::new(size_of::<Seen>()).unwrap();
    let access = ProtFlags::PROT_READ | ProtFlags::PROT_WRITE;
    // SAFETY: the mapping is fresh, aligned to a page, and never unmapped, and
    // its zeros are a `Seen`, which is made of atomic integers alone.
    unsafe {
        let place = mmap_anonymous(None, SIZE, access, MapFlags::MAP_SHARED)?;
        Ok(place.cast().as_ref())
    }
}
