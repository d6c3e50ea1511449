//! `Process`, with its state in its type.

mod forbidden;
mod fresh;
mod started;

pub use fresh::Refused;
pub use started::Polled;

/// A process in the state `S`.
pub struct Process<S> {
    inner: Box<multiprocessing::Process<'static>>,
    state: S,
}

/// Nothing has happened yet.
pub struct Fresh;

/// There is a child, for which nobody has waited.
pub struct Started {
    pid: i32,
}

/// The child has ended, and was waited for.
pub struct Ended {
    exitcode: i32,
}

/// What a process has in every state.
impl<S> Process<S> {
    pub fn name(&self) -> &str {
        self.inner.name()
    }
}
