#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, Write, pipe};

    use multiprocessing::Process;
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::wait::wait;

    set_child_subreaper(true)?; // ①
    let (mut parent, mut bell) = pipe()?;
    let (mut knife, mut onions) = pipe()?;
    let mut cook = Process::new(move || {
        let mut helper = Process::new(|| {
            knife.read_exact(&mut [0]).expect("onions come"); // ②
            println!("helper: the onions are cut");
        });
        helper.start().expect("a helper comes");
        bell.write_all(b"!").expect("the parent listens");
        helper.join().expect("the helper ends");
    });
    cook.start()?;
    parent.read_exact(&mut [0])?;
    cook.terminate()?;
    cook.join()?;
    println!("parent: the cook is gone");
    onions.write_all(b"!")?; // ③
    wait()?; // ④
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
