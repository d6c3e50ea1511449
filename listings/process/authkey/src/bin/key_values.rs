use anyhow::Result;
use multiprocessing::{AuthKey, Process, current_process};

fn main() -> Result<()> {
    let key = AuthKey::from("swordfish".as_bytes());
    println!("printed: {key:?}");
    println!("its bytes: {:?}", str::from_utf8(key.as_bytes())?);

    let mut rider = Process::new(|| ()).with_authkey(key.clone());
    println!("of the object: {}", rider.authkey()? == key);
    println!("of this process: {}", current_process().authkey()? == key);
    rider.start()?;
    rider.join()?;
    rider.close()?;
    println!("after close: {:?}", rider.authkey()?);

    let empty = Process::new(|| ()).with_authkey(AuthKey::from(&b""[..]));
    println!("empty: {:?}", empty.authkey()?);
    Ok(())
}
