use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard, parent_process};
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::wait;
use nix::unistd::getppid;

const COOK: Target<()> = Target::new("cook", |()| {
    let server = getppid();
    kill(server, Signal::SIGKILL).expect("a server"); // ①
    while getppid() == server {
        std::thread::yield_now(); // ②
    }
    let parent = parent_process().expect("somebody has called start");
    let alive = if parent.is_alive() { "alive" } else { "dead" };
    println!("the server is dead, {} is {alive}", parent.name());
});

fn main() -> Result<()> {
    guard(&[&COOK])?;
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_child_subreaper(true)?;
    let cook = Process::call(&COOK, ());
    let mut cook = cook.with_start_method(StartMethod::ForkServer);
    cook.start()?;
    if cook.join().is_err() {
        println!("the exit code is lost"); // ③
    }
    while wait().is_ok() {}
    Ok(())
}
