use std::cell::Cell;

use anyhow::Result;
use multiprocessing::{Process, Run, current_process};

struct Count<'a> {
    word: &'static str,
    letters: &'a Cell<usize>,
}

impl Run for Count<'_> {
    fn run(self) {
        self.letters.set(self.word.len()); // ①
        println!("{} counts {}", current_process().name(), self.letters.get());
    }
}

fn main() -> Result<()> {
    let letters = Cell::new(0);
    let count = Count { word: "Python", letters: &letters };
    let mut child = Process::new(count).with_name("child"); // ②
    child.start()?;
    child.join()?;
    println!("the parent sees {}", letters.get()); // ③
    Count { word: "Python", letters: &letters }.run(); // ④
    println!("the parent sees {}", letters.get());
    Ok(())
}
