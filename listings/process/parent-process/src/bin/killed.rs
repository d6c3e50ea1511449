#[cfg(target_os = "linux")]
fn help(mut ready: std::io::PipeWriter) {
    use multiprocessing::parent_process;
    use std::io::Write;
    use std::time::Duration;

    let cook = parent_process().expect("the cook has started it");
    let runs = |alive| if alive { "runs" } else { "has ended" };
    println!("helper: the {} {}", cook.name(), runs(cook.is_alive()));
    ready.write_all(b"!").expect("main listens");
    cook.join_timeout(Duration::from_secs(60)).expect("a parent"); // ①
    println!("helper: the {} {}", cook.name(), runs(cook.is_alive()));
}

#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use multiprocessing::Process;
    use nix::sys::{prctl::set_child_subreaper, wait::wait};
    use std::io::Read;

    set_child_subreaper(true)?; // ②
    let (mut heard, ready) = std::io::pipe()?;
    let mut cook = Process::new(move || {
        let mut helper = Process::new(move || help(ready));
        helper.start().expect("cannot start the helper");
        helper.join().expect("cannot wait for the helper");
    })
    .with_name("cook");
    cook.start()?;
    heard.read_exact(&mut [0])?; // ③
    cook.kill()?;
    cook.join()?;
    wait().map(drop).map_err(Into::into) // ④
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
