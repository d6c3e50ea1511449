use std::fs::File;
use std::io::{Read, Seek, Write};

use anyhow::Result;
use multiprocessing::Process;

/// Each guest writes a line in a process of their own.
fn sign(guests: &[&str], write: impl Fn(&str)) -> Result<()> {
    for guest in guests {
        let mut child = Process::new(|| write(guest));
        child.start()?;
        child.join()?;
    }
    Ok(())
}

fn main() -> Result<()> {
    let guests = ["Ada", "Alan", "Grace"];
    let book = tempfile::NamedTempFile::new()?;
    let mut text = String::new();

    sign(&guests, |name| {
        writeln!(book.as_file(), "{name}").expect("open"); // ①
    })?;
    book.as_file().rewind()?;
    book.as_file().read_to_string(&mut text)?;
    println!("one open file:  {}", text.trim_end().replace('\n', ", "));

    sign(&guests, |name| {
        let mut again = File::create(book.path()).expect("it is there"); // ②
        writeln!(again, "{name}").expect("open");
    })?;
    let text = std::fs::read_to_string(book.path())?;
    println!("opened by each: {}", text.trim_end().replace('\n', ", "));
    Ok(())
}
