#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io;
    use std::os::fd::{AsFd, AsRawFd};
    use std::process::Command;

    use anyhow::{Context, Result};
    use nix::fcntl::OFlag;
    use nix::unistd;

    /// Does a program that is started now find `fd` open?
    fn leaks(fd: impl AsFd) -> Result<bool> {
        let path = format!("/dev/fd/{}", fd.as_fd().as_raw_fd());
        let mut test = Command::new("test");
        let status = test.args(["-e", &path]).status();
        Ok(status.context("cannot run test")?.success()) // ①
    }

    let (std, _writer) = io::pipe()?;
    println!("std::io::pipe leaks:       {}", leaks(std)?);
    let (nix, _writer) = unistd::pipe()?; // ②
    println!("nix::unistd::pipe leaks:   {}", leaks(nix)?);
    let (nix, _writer) = unistd::pipe2(OFlag::O_CLOEXEC)?;
    println!("pipe2 with O_CLOEXEC:      {}", leaks(nix)?);
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("macOS has no pipe2");
}
