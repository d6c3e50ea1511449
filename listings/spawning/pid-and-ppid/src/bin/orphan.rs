#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, pipe};

    use function_style::start;
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::wait::{WaitStatus, wait, waitpid};
    use nix::unistd::{getpid, getppid};

    set_child_subreaper(true)?; // ①
    let (mut gate, key) = pipe()?;
    let mut key = Some(key);
    println!("main:   PID {}", getpid());
    let orphan = || {
        key = None; // ②
        gate.read_to_end(&mut Vec::new()).expect("main opens");
        println!("orphan: PID {}, PPID {}", getpid(), getppid());
    };
    let middle = || {
        // SAFETY: this program has one thread.
        let orphan = unsafe { start(orphan) }.expect("cannot start the orphan");
        println!("middle: PID {}, started PID {orphan}", getpid());
    };
    // SAFETY: this program has one thread.
    let middle = unsafe { start(middle) }?;
    if waitpid(middle, None)? != WaitStatus::Exited(middle, 0) {
        std::process::exit(1); // the middle process has said why
    }
    drop(key); // ③
    wait().map(drop).map_err(Into::into) // ④
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
