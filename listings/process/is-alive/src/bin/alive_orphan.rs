use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{Id, WaitPidFlag, wait, waitid};
use nix::unistd::getppid;

const GUEST: Target<()> = Target::new("guest", |()| {
    kill(getppid(), Signal::SIGKILL).expect("a server"); // ①
    sleep(Duration::from_secs(60));
});

fn main() -> Result<()> {
    guard(&[&GUEST])?;
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_child_subreaper(true)?;
    let guest = Process::call(&GUEST, ());
    let mut guest = guest.with_start_method(StartMethod::ForkServer);
    guest.start()?;
    waitid(Id::All, WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT)?; // ②
    println!("the server is dead, the guest lives: {}", guest.is_alive()?);

    guest.kill()?;
    if let Err(error) = guest.join() {
        println!("join: {error}"); // ③
    }
    println!("the guest lives: {}", guest.is_alive()?);
    while wait().is_ok() {} // ④
    Ok(())
}
