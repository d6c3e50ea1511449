#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, Write, pipe};

    use multiprocessing::Process;
    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::wait::wait;
    use nix::unistd::{ForkResult, fork};

    set_child_subreaper(true)?; // ①
    let (mut gate, mut key) = pipe()?;
    let mut child = Process::new(move || {
        // SAFETY: this process has one thread.
        let forked = unsafe { fork() }.expect("cannot fork");
        if let ForkResult::Child = forked {
            gate.read_exact(&mut [0]).expect("main opens"); // ②
            // SAFETY: `_exit` has no precondition.
            unsafe { nix::libc::_exit(0) };
        }
    });
    child.start()?;
    child.join()?;
    println!("the child's exit code: {}", child.exitcode()?.unwrap_or(-1));
    let mut fds = [PollFd::new(child.sentinel()?, PollFlags::POLLIN)];
    let ready = poll(&mut fds, PollTimeout::ZERO)?; // ③
    println!("sentinels that are ready: {ready}");
    key.write_all(b"!")?;
    wait()?;
    let ready = poll(&mut fds, PollTimeout::NONE)?;
    println!("after the grandchild: {ready}");
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers and pidfds");
}
