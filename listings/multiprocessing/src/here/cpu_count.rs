//! The machine that this process runs on.

use nix::unistd::{SysconfVar, sysconf};

use crate::error::{Error, Result};

// ANCHOR: cpu_count
/// The number of processors of the machine. Python: `cpu_count()`.
///
/// How many of them this process may use is another question:
/// [`std::thread::available_parallelism`].
pub fn cpu_count() -> Result<usize> {
    match sysconf(SysconfVar::_NPROCESSORS_ONLN) {
        Ok(Some(count)) if count > 0 => Ok(count as usize),
        _ => Err(Error::last("cannot determine the number of processors")),
    }
}
// ANCHOR_END: cpu_count
