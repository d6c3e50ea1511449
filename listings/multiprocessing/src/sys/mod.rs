//! The system calls that the standard library has no function for.

pub mod around;
pub mod mark;
pub mod pidfd;
pub mod poll;
pub mod program;
#[cfg(feature = "serde")]
pub mod stack;
pub mod wait;
