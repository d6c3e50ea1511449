use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// A lock whose holder is asked for it by those who wait too long.
#[derive(Default)]
pub struct Gil {
    pub interval: Duration,
    pub asked: AtomicBool,
    pub turn: Mutex<u64>, // ①
    pub next: Condvar,
}

impl Gil {
    pub fn take(&self) {
        let mut turn = self.turn.lock().unwrap();
        while *turn % 2 == 1 {
            let before = *turn; // ②
            let wait = self.next.wait_timeout(turn, self.interval).unwrap();
            turn = wait.0;
            self.asked.fetch_or(wait.1.timed_out() && *turn == before, Relaxed);
        }
        *turn += 1;
        self.asked.store(false, Relaxed);
        self.next.notify_all();
    }

    pub fn release(&self) {
        *self.turn.lock().unwrap() += 1;
        self.next.notify_all();
    }

    pub fn hand_over(&self) {
        let mine = *self.turn.lock().unwrap();
        self.release();
        let turn = self.turn.lock().unwrap();
        drop(self.next.wait_while(turn, |turn| *turn == mine + 1)); // ③
        self.take();
    }
}
