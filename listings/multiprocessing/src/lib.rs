//! Python's `multiprocessing.Process`, at home in Rust.
//!
//! A [`Process`] runs a closure, or a type of yours that is [`Run`], in a child
//! process. The names are Python's; where the behaviour differs on purpose, the
//! item says so.

// ANCHOR: lib
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
compile_error!("multiprocessing needs Linux or macOS; on Windows use WSL");

mod authkey;
mod child;
mod current;
mod error;
mod process;
mod run;
mod server;
mod spawn;
mod target;
mod watch;
mod world;

pub use authkey::AuthKey;
pub use current::{
    CurrentProcess, ParentProcess, cpu_count, current_process, parent_process,
};
pub use error::Error;
pub use process::{Process, StartMethod};
pub use run::{Run, exit};
pub use spawn::guard;
pub use target::{AnyTarget, Target};
pub use world::{ActiveChild, active_children};

/// A result whose error is [`Error`].
pub type Result<T> = std::result::Result<T, Error>;
// ANCHOR_END: lib
