#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, Write, pipe};
    use std::thread::{sleep, spawn};
    use std::time::Duration;

    use multiprocessing::{Process, parent_process};
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::wait::{WaitStatus, wait};

    set_child_subreaper(true)?;
    let (mut heard, mut ready) = pipe()?;
    let help = move || {
        let cook = parent_process().expect("the cook has started it");
        spawn(move || {
            if let Ok(true) = cook.join_timeout(Duration::MAX) {
                std::process::exit(3);
            }
        });
        ready.write_all(b"!").expect("main listens");
        sleep(Duration::from_secs(60)); // the work
    };
    let mut cook = Process::new(move || {
        let mut helper = Process::new(help);
        helper.start().expect("cannot start the helper");
    });
    cook.start()?;
    heard.read_exact(&mut [0])?;
    cook.kill()?;
    cook.join()?;
    if let WaitStatus::Exited(_, code) = wait()? {
        println!("the helper has ended with exit code {code}");
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {}
