#[cfg(target_os = "linux")]
fn spawn() -> std::io::Result<std::process::Child> {
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};

    use nix::errno::Errno;
    use nix::sys::{prctl::set_pdeathsig, signal::Signal};
    use nix::unistd::{getpid, getppid};

    let parent = getpid();
    let mut cat = Command::new("cat");
    cat.stdin(Stdio::piped());
    let ask = move || {
        set_pdeathsig(Signal::SIGKILL)?; // ①
        if getppid() != parent {
            return Err(Errno::ESRCH.into()); // ②
        }
        Ok(())
    };
    // SAFETY: the closure makes two system calls and allocates nothing.
    unsafe { cat.pre_exec(ask) };
    cat.spawn()
}

#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    let mut cat = spawn()?;
    println!("started by the main thread: {}", cat.wait()?); // ③
    let thread = std::thread::Builder::new().spawn(spawn)?;
    let mut cat = thread.join().expect("no panic")?;
    let leash = cat.stdin.take();
    println!("started by a thread:        {}", cat.wait()?); // ④
    drop(leash);
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has this signal");
}
