//! Programs that must not compile. They are tests of this crate.
//!
//! Joined before the start:
//! ~~~compile_fail,E0599
//! use what_types_can_forbid::Process;
//! Process::new(|| ()).join();
//! ~~~
//!
//! Started twice:
//! ~~~compile_fail,E0382
//! use what_types_can_forbid::Process;
//! let loaf = Process::new(|| ());
//! let baking = loaf.start();
//! let again = loaf.start();
//! ~~~
//!
//! Asked for its exit code while it runs:
//! ~~~compile_fail,E0599
//! use what_types_can_forbid::{Process, Started};
//! fn look(baking: &Process<Started>) -> i32 {
//!     baking.exitcode()
//! }
//! ~~~
//!
//! Closed while it runs:
//! ~~~compile_fail,E0599
//! use what_types_can_forbid::{Process, Started};
//! fn shut(baking: Process<Started>) {
//!     baking.close();
//! }
//! ~~~
//!
//! Used after `close`:
//! ~~~compile_fail,E0382
//! use what_types_can_forbid::{Ended, Process};
//! fn shut(baked: Process<Ended>) -> i32 {
//!     baked.close();
//!     baked.exitcode()
//! }
//! ~~~
