//! What can be sent to another run of this program: a function by its name, and
//! the value for it.

use crate::error::Result;
use crate::wire::codec::{Value, decode, kind, same_kind};

// ANCHOR: target
/// A function with a name, for the start methods `spawn` and `forkserver`. The
/// child is a run of this program, and finds the function by its name, in
/// [`guard`](crate::guard).
///
/// ```
/// use multiprocessing::Target;
///
/// const RESIZE: Target<(String, u32)> =
///     Target::new("resize", |(file, width)| println!("{file}: {width} px"));
/// ```
#[derive(Debug)]
pub struct Target<T> {
    name: &'static str,
    run: fn(T),
}

impl<T: Value> Target<T> {
    /// Names a function. Make it a `const`, and pass it to `guard`. By its name
    /// and its type a child finds it, so no other target may have both.
    pub const fn new(name: &'static str, run: fn(T)) -> Self {
        Target { name, run }
    }

    pub(crate) fn run(&self) -> fn(T) {
        self.run
    }

    pub(crate) fn name(&self) -> &'static str {
        self.name
    }
}

/// A [`Target`] of any type.
pub trait AnyTarget {
    /// The name that the child looks for.
    fn name(&self) -> &str;

    /// The type of its value, as the compiler calls it.
    fn kind(&self) -> &'static str;

    /// Runs the function with a value as it came from the parent, which was of
    /// this type there.
    fn call(&self, kind: &str, value: Vec<u8>) -> Result<()>;
}

impl<T: Value> AnyTarget for Target<T> {
    fn name(&self) -> &str {
        self.name
    }

    fn kind(&self) -> &'static str {
        kind::<T>()
    }

    fn call(&self, sent: &str, value: Vec<u8>) -> Result<()> {
        same_kind(sent, self.kind())?;
        (self.run)(decode(value)?);
        Ok(())
    }
}
// ANCHOR_END: target
