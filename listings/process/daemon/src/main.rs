use std::io::{Read, Write, pipe};
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use multiprocessing::Process;

fn main() -> Result<()> {
    let (mut closing, mut sign) = pipe()?;
    let mut radio = Process::new(|| {
        sleep(Duration::from_secs(60));
        println!("radio: good night"); // ①
    })
    .with_daemon(true); // ②
    let mut baker = Process::new(move || {
        closing.read_exact(&mut [0]).expect("the shop closes");
        println!("baker: the last bread is baked");
    }); // ③
    radio.start()?;
    baker.start()?;
    println!("shop:  closed");
    sign.write_all(b"!")?; // ④
    Ok(())
}
