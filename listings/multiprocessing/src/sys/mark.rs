//! Which process this is, told so that no copy of it can be mistaken.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

// ANCHOR: mark
/// A number that this process has for itself, and that no copy of it shares,
/// whoever made the copy. (A PID may be the same in another namespace, and is
/// given to somebody else one day.)
///
/// Linux wipes a page that was marked so in every child, and a child that finds
/// it empty writes the next number. Elsewhere a new PID tells.
pub fn mark() -> u64 {
    let Some(page) = page() else { return mark_by_pid() };
    match page.load(Relaxed) {
        0 => {
            let next = LAST.fetch_add(1, Relaxed) + 1;
            // Another thread may have been quicker.
            match page.compare_exchange(0, next, Relaxed, Relaxed) {
                Ok(_) => next,
                Err(theirs) => theirs,
            }
        }
        mark => mark,
    }
}

/// The last number in use here, or in the process that this one is a copy of,
/// and above it the PID of whoever has it, where that has to tell.
static LAST: AtomicU64 = AtomicU64::new(0);

fn mark_by_pid() -> u64 {
    let pid = u64::from(std::process::id()) << 32;
    let last = LAST.load(Relaxed);
    let next = pid | ((last & 0xffff_ffff) + 1);
    match last & !0xffff_ffff == pid {
        true => last,
        // Another thread may have been quicker.
        false => match LAST.compare_exchange(last, next, Relaxed, Relaxed) {
            Ok(_) => next,
            Err(theirs) => theirs,
        },
    }
}
// ANCHOR_END: mark

// ANCHOR: page
/// The page that is wiped, or `None` where the system has no such thing.
#[cfg(target_os = "linux")]
fn page() -> Option<&'static AtomicU64> {
    use std::ptr;
    use std::sync::atomic::AtomicPtr;

    use nix::libc;

    static PAGE: AtomicPtr<AtomicU64> = AtomicPtr::new(ptr::null_mut());
    let mut page = PAGE.load(Relaxed);
    if page.is_null() {
        page = new_page().unwrap_or(libc::MAP_FAILED.cast());
        let none = ptr::null_mut();
        if let Err(theirs) = PAGE.compare_exchange(none, page, Relaxed, Relaxed)
        {
            page = theirs; // and the other page stays, unused
        }
    }
    // SAFETY: the page is never unmapped, begins with zeros, and is written to
    // by atomics alone. The kernel wipes it before the child's first step.
    (page != libc::MAP_FAILED.cast()).then(|| unsafe { &*page })
}

#[cfg(not(target_os = "linux"))]
fn page() -> Option<&'static AtomicU64> {
    None
}

#[cfg(target_os = "linux")]
fn new_page() -> Option<*mut AtomicU64> {
    use std::ptr;

    use nix::libc;

    const SIZE: usize = size_of::<AtomicU64>(); // the kernel gives a whole page
    // SAFETY: a new mapping, at a place of the kernel's choice.
    unsafe {
        let page = libc::mmap(
            ptr::null_mut(),
            SIZE,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
            -1,
            0,
        );
        if page == libc::MAP_FAILED {
            return None;
        }
        match libc::madvise(page, SIZE, libc::MADV_WIPEONFORK) {
            0 => Some(page.cast()),
            _ => {
                libc::munmap(page, SIZE);
                None
            }
        }
    }
}
// ANCHOR_END: page
