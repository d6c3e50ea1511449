#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, Write, pipe};
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use function_style::start;
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::signal::{Signal, killpg};
    use nix::sys::wait::{WaitStatus, waitpid};
    use nix::unistd::{Pid, setpgid};

    set_child_subreaper(true)?;
    let (bowl, mut knife) = pipe()?;
    let (mut soup, pot) = pipe()?;
    let kitchen = || {
        setpgid(Pid::from_raw(0), Pid::from_raw(0)).expect("a new group");
        let mut cat = Command::new("cat");
        cat.stdin(bowl).stdout(pot).process_group(0); // ①
        cat.status().expect("cannot run cat");
    };
    // SAFETY: this program has one thread.
    let kitchen = unsafe { start(kitchen) }?;
    let mut cut = [0; 1];
    let cook = knife.write_all(b"1").and_then(|()| soup.read_exact(&mut cut));
    killpg(kitchen, Signal::SIGKILL)?; // ②
    let ended = waitpid(kitchen, None)?;
    if cook.is_err() {
        std::process::exit(1); // the kitchen has said why
    }
    println!("killed: {}", matches!(ended, WaitStatus::Signaled(..)));
    knife.write_all(b"2")?;
    soup.read_exact(&mut cut)?;
    println!("the cook goes on: {}", cut == *b"2");
    println!("killed as well: {}", process_tree::kill_all()?); // ③
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {}
