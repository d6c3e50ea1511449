//! How far a thread's stack goes.

use nix::libc;

// ANCHOR: stack
/// The address below which the calling thread should not let its stack grow:
/// an eighth of the stack, and at most 128 KiB, is left to whoever is called
/// there.
pub fn floor() -> usize {
    let (lowest, size) = whole();
    lowest + (size / 8).min(128 << 10)
}

/// The lowest address and the size; zeros if they cannot be had.
#[cfg(target_os = "linux")]
fn whole() -> (usize, usize) {
    let (mut lowest, mut size) = (std::ptr::null_mut(), 0);
    // SAFETY: all zeros is a place for attributes, which the first call fills
    // in and the last one gives back.
    unsafe {
        let mut attributes: libc::pthread_attr_t = std::mem::zeroed();
        let me = libc::pthread_self();
        if libc::pthread_getattr_np(me, &mut attributes) != 0 {
            return (0, 0);
        }
        libc::pthread_attr_getstack(&attributes, &mut lowest, &mut size);
        libc::pthread_attr_destroy(&mut attributes);
    }
    (lowest as usize, size)
}

#[cfg(not(target_os = "linux"))]
fn whole() -> (usize, usize) {
    // SAFETY: they are asked about the calling thread.
    unsafe {
        let me = libc::pthread_self();
        let size = libc::pthread_get_stacksize_np(me);
        (libc::pthread_get_stackaddr_np(me) as usize - size, size)
    }
}

/// An address in the caller's frame, or just below it.
#[inline(never)]
pub fn here() -> usize {
    let local = 0u8;
    std::hint::black_box(&raw const local) as usize
}
// ANCHOR_END: stack
