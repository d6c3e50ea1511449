use std::io::{PipeWriter, Write, pipe, read_to_string};

use anyhow::{Result, ensure};
use multiprocessing::{Process, Run};

struct Count {
    word: &'static str,
    answer: PipeWriter,
}

impl Run for Count {
    fn run(mut self) {
        let letters = self.word.len();
        write!(self.answer, "{letters}").expect("the parent reads");
    }
}

fn main() -> Result<()> {
    let (mut answers, answer) = pipe()?;
    let mut child = Process::new(Count { word: "Python", answer });
    child.start()?;
    let letters = read_to_string(&mut answers)?;
    child.join()?;
    ensure!(child.exitcode()? == Some(0), "the child has failed");
    println!("the parent sees {letters}");
    Ok(())
}
