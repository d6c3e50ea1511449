#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, Write, pipe};
    use std::time::Duration;

    use multiprocessing::{Process, parent_process};
    use nix::sys::{prctl::set_child_subreaper, wait::wait};

    set_child_subreaper(true)?;
    let (mut is_on, mut on) = pipe()?;
    let mut shop = Process::new(move || {
        let mut radio = Process::new(move || {
            let shop = parent_process().expect("a shop");
            on.write_all(b"!").expect("somebody listens");
            let song = Duration::from_millis(10);
            while !shop.join_timeout(song).expect("a shop") {} // ①
            println!("radio: the shop is gone, good night");
        })
        .with_daemon(true);
        radio.start().expect("a radio");
        radio.join().expect("a radio that ends");
    });
    shop.start()?;
    is_on.read_exact(&mut [0])?;
    shop.kill()?;
    shop.join()?;
    wait()?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
