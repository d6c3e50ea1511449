use anyhow::Result;
use multiprocessing::{Process, exit};
use nix::sys::signal::{Signal, raise};

fn describe(code: Option<i32>) -> String {
    match code {
        None => "has not ended".to_owned(),
        Some(0) => "succeeded".to_owned(),
        Some(code @ 1..) => format!("failed with exit code {code}"),
        Some(code) => match Signal::try_from(-code) {
            Ok(signal) => format!("was killed by {signal}"),
            Err(_) => format!("was killed by signal {}", -code),
        },
    }
}

fn main() -> Result<()> {
    let ways: [fn(); 3] = [
        || (),
        || exit(3),
        || raise(Signal::SIGKILL).expect("a process may signal itself"),
    ];
    for end in ways {
        let mut child = Process::new(end);
        println!("the child {}", describe(child.exitcode()?));
        child.start()?;
        child.join()?;
        println!("the child {}", describe(child.exitcode()?));
    }
    Ok(())
}
