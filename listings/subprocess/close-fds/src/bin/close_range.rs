#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::os::unix::process::CommandExt;
    use std::{io, os::fd::AsRawFd, process::Command};

    use anyhow::Context;
    use close_fds::pass;
    use nix::{libc, unistd};

    /// Python's `close_fds=True`: at `exec`, all but 0, 1 and 2 are closed.
    fn close_fds(command: &mut Command) -> &mut Command {
        let close = || {
            let (flag, all) = (libc::CLOSE_RANGE_CLOEXEC, u32::MAX); // ①
            // SAFETY: the call takes three numbers and touches no memory.
            match unsafe { libc::syscall(libc::SYS_close_range, 3, all, flag) }
            {
                0 => Ok(()),
                _ => Err(io::Error::last_os_error()), // ②
            }
        };
        // SAFETY: a bare system call, and nothing is allocated.
        unsafe { command.pre_exec(close) }
    }

    let (leak, _writer) = unistd::pipe()?;
    let path = format!("/dev/fd/{}", leak.as_raw_fd());
    let mut test = Command::new("test");
    test.args(["-e", &path]);
    let open = test.status().context("cannot run test")?.success();
    println!("as it is:    open in the child: {open}");
    let open = close_fds(&mut test).status().context("cannot run test")?;
    println!("close_range: open in the child: {}", open.success());
    pass(&mut test, leak); // ③
    let open = test.status().context("cannot run test")?.success();
    println!("then passed: open in the child: {open}");
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {}
