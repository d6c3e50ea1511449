//! An allocator with a lock of its own.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, Ordering};

mod hold;

pub use hold::{hold, let_go};

/// The system's allocator, which serves one thread at a time.
pub struct Locked(pub AtomicBool);

impl Locked {
    pub fn lock(&self) {
        while self.0.swap(true, Ordering::Acquire) {
            std::thread::yield_now();
        }
    }

    pub fn unlock(&self) {
        self.0.store(false, Ordering::Release);
    }
}

// SAFETY: the system's allocator does the work, and nothing here unwinds.
unsafe impl GlobalAlloc for Locked {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        self.lock();
        // SAFETY: the caller promises what `alloc` asks for.
        let memory = unsafe { System.alloc(layout) };
        self.unlock();
        memory
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: the caller promises what `dealloc` asks for.
        unsafe { System.dealloc(memory, layout) };
    }
}
