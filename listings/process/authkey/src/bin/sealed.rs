use std::io::{Read, Write, pipe};

use anyhow::Result;
use multiprocessing::{AuthKey, Process, current_process};

fn main() -> Result<()> {
    let key = current_process().authkey()?;
    let forged = AuthKey::from(&b"swordfish"[..]);
    for (name, key_of_child) in [("clerk", &key), ("rider", &forged)] {
        let (mut letter, mut pen) = pipe()?;
        let mut child = Process::new(move || {
            let seal = current_process().authkey().expect("it has one");
            pen.write_all(seal.as_bytes()).expect("main reads");
            pen.write_all(b"the king is ill").expect("main reads");
        })
        .with_authkey(key_of_child.clone());
        child.start()?;
        let mut text = Vec::new();
        letter.read_to_end(&mut text)?;
        match text.strip_prefix(key.as_bytes()) {
            Some(text) => println!("{name}: {}", str::from_utf8(text)?),
            None => println!("{name}: a forgery"),
        }
        child.join()?;
    }
    Ok(())
}
