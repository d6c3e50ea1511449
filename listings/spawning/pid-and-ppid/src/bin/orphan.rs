#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, Write, pipe};

    use function_style::start;
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::wait::{wait, waitpid};
    use nix::unistd::{getpid, getppid};

    set_child_subreaper(true)?; // ①
    let (mut gate, mut key) = pipe()?;
    println!("main:   PID {}", getpid());
    let orphan = || {
        gate.read_exact(&mut [0]).expect("main opens"); // ②
        println!("orphan: PID {}, PPID {}", getpid(), getppid());
    };
    let middle = || {
        // SAFETY: this program has one thread.
        let orphan = unsafe { start(orphan) }.expect("cannot start the orphan");
        println!("middle: PID {}, started PID {orphan}", getpid());
    };
    // SAFETY: this program has one thread.
    waitpid(unsafe { start(middle) }?, None)?; // ③
    key.write_all(b"!")?; // ④
    wait()?; // ⑤
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
