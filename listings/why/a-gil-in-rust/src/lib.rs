use std::sync::atomic::Ordering::Relaxed;

pub mod crew;
pub mod gil;
pub mod seen;

/// Works with the lock until `goal` cooks have been at work at one time.
pub fn cook(gil: &gil::Gil, seen: &seen::Seen, goal: usize) {
    gil.take();
    seen.inside.enter();
    seen.at_work.enter();
    while seen.at_work.most() < goal {
        if gil.asked.load(Relaxed) {
            seen.inside.leave();
            gil.hand_over(); // ①
            seen.inside.enter();
        }
    }
    seen.at_work.leave();
    seen.inside.leave();
    gil.release();
}
