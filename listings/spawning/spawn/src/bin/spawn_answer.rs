use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use multiprocessing::{Process, StartMethod, Target, guard};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Letter {
    text: String,
    answer: PathBuf, // ①
}

fn count(letter: Letter) {
    let words = letter.text.split_whitespace().count();
    fs::write(&letter.answer, words.to_string()).expect("it is writable");
}

const COUNT: Target<Letter> = Target::new("count", count);

fn main() -> Result<()> {
    guard(&[&COUNT])?;
    let file = tempfile::NamedTempFile::new()?; // ②
    let text = "the king is ill".to_owned();
    let letter = Letter { text, answer: file.path().to_owned() };
    let child = Process::call(&COUNT, letter);
    let mut child = child.with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    ensure!(child.exitcode()? == Some(0), "the child has failed"); // ③
    println!("{} words", fs::read_to_string(file.path())?);
    Ok(())
}
