use std::thread::sleep;
use std::time::Duration;

use multiprocessing::{Error, Process, Result, StartMethod, Target, guard};
use nix::sys::resource::{Resource, getrlimit, setrlimit};

fn whose_fault(result: Result<()>) -> &'static str {
    match result {
        Ok(()) => "nobody's",
        Err(Error::System { .. }) => "the system's", // ①
        Err(_) => "the program's",                   // ②
    }
}

const CLERK: Target<()> = Target::new("clerk", |()| println!("I write"));

fn main() -> anyhow::Result<()> {
    guard(&[&CLERK])?;
    let night = || sleep(Duration::from_secs(60));
    let mut baker = Process::new(night).with_daemon(true);
    println!("joined too early: {}", whose_fault(baker.join()));
    baker.start()?;
    println!("started twice: {}", whose_fault(baker.start()));
    let ended = baker.join_timeout(Duration::from_millis(1)); // ③
    println!("not ended in 1 ms: {}", whose_fault(ended.map(drop)));
    println!("closed too early: {}", whose_fault(baker.close()));

    let clerk = Process::call(&CLERK, ());
    let mut clerk = clerk.with_start_method(StartMethod::Spawn);
    let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    setrlimit(Resource::RLIMIT_NOFILE, 0, hard)?; // ④
    println!("no descriptor is left: {}", whose_fault(clerk.start()));
    setrlimit(Resource::RLIMIT_NOFILE, soft, hard)?;
    clerk.start()?; // ⑤
    clerk.join()?;
    Ok(())
}
