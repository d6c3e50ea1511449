use std::io::{ErrorKind, Read, Result};
use std::os::fd::AsFd;
use std::process::Child;
use std::time::Duration;

use crate::{pidfd_open, ready};

/// Reads what the child writes, until it has ended or no time is `left`.
pub fn collect(
    child: &mut Child,
    output: &mut Vec<u8>,
    left: impl Fn() -> Duration,
) -> Result<()> {
    let pidfd = pidfd_open(child)?;
    let mut pipe = child.stdout.take().ok_or(ErrorKind::BrokenPipe)?;
    let mut ended = false;
    while !left().is_zero() {
        let [written, gone] = ready([pipe.as_fd(), pidfd.as_fd()], left())?;
        if written {
            let mut part = [0; 8192];
            match pipe.read(&mut part)? {
                // ②
                0 => break,
                n => output.extend(&part[..n]),
            }
        } else if ended {
            break; // ③
        }
        ended = gone;
    }
    Ok(())
}
