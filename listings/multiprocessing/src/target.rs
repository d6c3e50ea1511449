//! What can be sent to another program run: a function by its name, and the
//! value for it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Result;
use crate::error::system;

// ANCHOR: target
/// A function with a name, for the start method `spawn`. The child is a fresh
/// run of this program and finds the function by its name, in [`guard`].
///
/// [`guard`]: crate::guard
pub struct Target<T> {
    name: &'static str,
    run: fn(T),
}

impl<T: Serialize + DeserializeOwned> Target<T> {
    /// Names a function. Make it a `const`, and pass it to `guard`.
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

    /// Runs the function with a value as it came through the pipe.
    fn call(&self, value: &str) -> Result<()>;
}

impl<T: Serialize + DeserializeOwned> AnyTarget for Target<T> {
    fn name(&self) -> &str {
        self.name
    }

    fn call(&self, value: &str) -> Result<()> {
        let value = serde_json::from_str(value)
            .map_err(system("cannot read the value"))?;
        (self.run)(value);
        Ok(())
    }
}
// ANCHOR_END: target
