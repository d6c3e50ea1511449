//! Waiting for a child process, but not for ever.

#[cfg(target_os = "linux")]
mod collect;
mod looping;
#[cfg(target_os = "linux")]
mod output;
#[cfg(target_os = "linux")]
mod pidfd;
mod ready;

pub use looping::wait_looping;
#[cfg(not(target_os = "linux"))]
pub use looping::wait_looping as wait_timeout;
#[cfg(target_os = "linux")]
pub use output::output_timeout;
#[cfg(target_os = "linux")]
pub use pidfd::{pidfd_open, wait_timeout};
pub use ready::ready;
