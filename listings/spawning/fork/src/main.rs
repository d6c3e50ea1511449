use std::io::{Read, Seek, Write};
use std::sync::Mutex;

use anyhow::Result;
use multiprocessing::{Process, StartMethod};

fn main() -> Result<()> {
    let book = tempfile::tempfile()?; // ①
    let guests = Mutex::new(vec!["Ada"]); // ②
    let sign = || {
        let mut guests = guests.lock().expect("nobody panics");
        guests.push("Alan");
        writeln!(&book, "{}", guests.join(" and ")).expect("the book is open");
    };
    let child = Process::new(sign);
    let mut child = child.with_start_method(StartMethod::Fork); // ③
    child.start()?;
    child.join()?;

    let mut text = String::new();
    (&book).rewind()?; // ④
    (&book).read_to_string(&mut text)?;
    print!("the book:   {text}");
    let guests = guests.lock().expect("nobody panics");
    println!("the parent: {}", guests.join(" and "));
    Ok(())
}
