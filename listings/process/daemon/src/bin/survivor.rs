#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, Write, pipe};

    use multiprocessing::Process;
    use nix::sys::{prctl::set_child_subreaper, wait::wait};

    set_child_subreaper(true)?; // ①
    let (mut question, mut ask) = pipe()?;
    let (mut is_on, mut on) = pipe()?;
    let mut shop = Process::new(move || {
        let mut radio = Process::new(move || {
            on.write_all(b"!").expect("somebody listens");
            question.read_exact(&mut [0]).expect("a question");
            println!("radio: I still play");
        })
        .with_daemon(true);
        radio.start().expect("a radio");
        radio.join().expect("a radio that ends"); // ②
    });
    shop.start()?;
    is_on.read_exact(&mut [0])?;
    shop.kill()?; // ③
    shop.join()?;
    println!("main:  the shop ended by {}", shop.exitcode()?.unwrap_or(0));
    ask.write_all(b"?")?;
    wait()?; // ④
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
