use anyhow::Result;
use multiprocessing::{AuthKey, Process, current_process};

fn check(who: &str, of_main: &AuthKey) {
    let key = current_process().authkey().expect("random bytes"); // ①
    let same = if key == *of_main { "yes" } else { "no" };
    let bytes = key.as_bytes().len();
    println!("{who}: {bytes} bytes, the key of main: {same}"); // ②
}

fn main() -> Result<()> {
    let key = &current_process().authkey()?;
    check("main", key);
    let mut clerk = Process::new(move || check("clerk", key)); // ③
    clerk.start()?;
    clerk.join()?;

    let mut rider = Process::new(move || {
        check("rider", key);
        let mut horse = Process::new(|| check("horse", key)); // ⑤
        horse.start().expect("cannot start the horse");
        horse.join().expect("cannot wait for the horse");
    })
    .with_authkey(AuthKey::from(&b"swordfish"[..])); // ④
    rider.start()?;
    rider.join()?;
    Ok(())
}
