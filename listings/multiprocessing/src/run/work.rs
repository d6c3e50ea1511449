//! What a child does: run here after a fork, or described in a letter.

use std::borrow::Cow;

use crate::error::{Error, Result};
use crate::run::target::{AnyTarget, Target};
use crate::wire::codec::{Value, encode};

// ANCHOR: run
/// Something that a child process does. Every closure without arguments is one.
pub trait Run {
    /// Does it. What the parent learns of it is the exit code: 0 after a
    /// return, 1 after a panic, and N after [`exit(N)`](crate::exit).
    fn run(self);
}

impl<F: FnOnce()> Run for F {
    fn run(self) {
        self();
    }
}
// ANCHOR_END: run

// ANCHOR: work
/// The work of a `Process`.
pub trait Work {
    /// Does it.
    fn run(self: Box<Self>);

    /// What another run of this program has to know to do it.
    fn letter(&self) -> Result<Letter<'_>>;
}

/// A target by its name, and its value with the type.
pub struct Letter<'a> {
    pub target: &'static str,
    pub kind: &'static str,
    pub value: Cow<'a, [u8]>,
}

/// A closure: nobody else has its code and what it refers to.
pub struct Closure<R>(pub R);

impl<R: Run> Work for Closure<R> {
    fn run(self: Box<Self>) {
        self.0.run();
    }

    fn letter(&self) -> Result<Letter<'_>> {
        Err(Error::NotSendable)
    }
}

/// A target, and its value.
pub struct Call<T: 'static>(pub &'static Target<T>, pub T);

impl<T: Value> Work for Call<T> {
    fn run(self: Box<Self>) {
        (self.0.run())(self.1);
    }

    fn letter(&self) -> Result<Letter<'_>> {
        let value = encode(&self.1)?;
        let (target, kind) = (self.0.name(), self.0.kind());
        Ok(Letter { target, kind, value })
    }
}
// ANCHOR_END: work
