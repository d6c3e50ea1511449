#[cfg(target_os = "linux")]
fn main() -> std::io::Result<()> {
    use std::io::Result;
    use std::process::{Child, Command, ExitStatus, Stdio};
    use std::time::Duration;

    use nix::sys::resource::{UsageWho, getrusage};
    use timeout::{wait_looping, wait_timeout};

    type Wait = fn(&mut Child, Duration) -> Result<Option<ExitStatus>>;

    /// How often this thread has slept, and was woken.
    fn wakeups() -> Result<i64> {
        let usage = getrusage(UsageWho::RUSAGE_THREAD)?;
        Ok(usage.voluntary_context_switches())
    }

    fn count(wait: Wait) -> Result<i64> {
        let mut cat = Command::new("cat").stdin(Stdio::piped()).spawn()?;
        let before = wakeups();
        let waited = wait(&mut cat, Duration::from_millis(250)); // ①
        let after = wakeups();
        cat.wait()?; // ②
        waited?;
        Ok(after? - before?)
    }

    let looping = count(wait_looping)? > 10;
    println!("looking every millisecond: more than 10 wake-ups: {looping}");
    let polling = count(wait_timeout)? < 5;
    println!("poll on a pidfd: fewer than 5 wake-ups: {polling}");
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux counts the wake-ups of a thread");
}
