//! Python's `multiprocessing.Process`, at home in Rust.
//!
//! A [`Process`] runs a closure, or a type of yours that is [`Run`], in a child
//! process. The names are Python's; where the behaviour differs on purpose, the
//! item says so.
//!
//! ```
//! use multiprocessing::{Process, exit};
//!
//! let mut child = Process::new(|| exit(3)).with_name("baker");
//! child.start()?;
//! child.join()?;
//! assert_eq!(child.exitcode()?, Some(3));
//! # Ok::<(), multiprocessing::Error>(())
//! ```
//!
//! By [`StartMethod::Fork`] the child is a copy of this process. The other two
//! start methods run the program once more. They need [`guard`] first in
//! `main`, and a [`Target`] in the place of a closure:
//!
//! ```no_run
//! use multiprocessing::{Process, Result, StartMethod, Target, guard};
//!
//! const BOIL: Target<u32> =
//!     Target::new("boil", |minutes| println!("boiling for {minutes} min"));
//!
//! fn main() -> Result<()> {
//!     guard(&[&BOIL])?;
//!     let child = Process::call(&BOIL, 3);
//!     let mut child = child.with_start_method(StartMethod::Spawn);
//!     child.start()?;
//!     child.join()
//! }
//! ```
//!
//! # Features
//!
//! `serde` (by default): what [`Target`]s take may be any type that serde can
//! write and read. Without it, bytes.

// ANCHOR: lib
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
compile_error!("multiprocessing needs Linux or macOS; on Windows use WSL");

mod child;
mod error;
mod here;
mod process;
mod run;
mod start;
mod sys;
mod wire;

pub use error::{Error, Result};
pub use here::authkey::AuthKey;
pub use here::children::{ActiveChild, active_children};
pub use here::cpu_count::cpu_count;
pub use here::current::{CurrentProcess, current_process, parent_process};
pub use here::parent::ParentProcess;
pub use process::Process;
pub use run::guard::guard;
pub use run::life::exit;
pub use run::target::{AnyTarget, Target};
pub use run::work::Run;
pub use start::StartMethod;
pub use wire::codec::{Value, decode, encode};
// ANCHOR_END: lib
