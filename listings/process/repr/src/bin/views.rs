use anyhow::Result;
use multiprocessing::{Process, current_process, parent_process};

fn main() -> Result<()> {
    println!("myself:      {:?}", current_process());
    let mixer = Process::new(|| ()).with_name("mixer");
    let mut oven = Process::new(|| ()).with_name("chef's oven");
    oven.start()?;
    let mut waiter = Process::new(|| {
        println!("in a child");
        println!("myself:      {:?}", current_process());
        println!("the parent:  {:?}", parent_process());
        println!("a sister:    {oven:?}");
        println!("not started: {mixer:?}");
    });
    waiter.start()?;
    waiter.join()?;
    drop(waiter);
    oven.join()?;
    println!("exit code 0: {oven:?}");
    Ok(())
}
