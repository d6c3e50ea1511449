use anyhow::Result;
use multiprocessing::{Process, current_process};

fn main() -> Result<()> {
    let greet = || println!("child:  I am {}", current_process().name());
    let mut first = Process::new(greet); // ①
    let mut second = Process::new(greet).with_name("Ada"); // ②
    let mut third = Process::new(greet);
    third.set_name("Grace"); // ③
    let mut fourth = Process::new(|| {
        let mut child = Process::new(greet); // ④
        child.start().expect("a child of the child");
        child.join().expect("it is a child");
    });
    for child in [&mut first, &mut second, &mut third, &mut fourth] {
        println!("parent: I start {}", child.name());
        child.start()?;
        child.join()?;
    }
    println!("parent: I am {}", current_process().name()); // ⑤
    Ok(())
}
