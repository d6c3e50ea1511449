//! Programs that must not compile. They are tests of this crate.
//!
//! A target that takes an open file:
//! ~~~compile_fail,E0277
//! use multiprocessing::Target;
//! const COPY: Target<std::fs::File> = Target::new("copy", |_| ());
//! ~~~
//!
//! One that takes a lock:
//! ~~~compile_fail,E0277
//! use multiprocessing::Target;
//! use std::sync::MutexGuard;
//! const TAKE: Target<MutexGuard<u32>> = Target::new("take", |_| ());
//! ~~~
//!
//! One that takes a pipe:
//! ~~~compile_fail,E0277
//! use multiprocessing::Target;
//! const READ: Target<std::io::PipeReader> = Target::new("read", |_| ());
//! ~~~
