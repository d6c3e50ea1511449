use multiprocessing::{Process, Result, Target, guard};

const WASH: Target<()> = Target::new("clean", |()| println!("it is washed"));
const WIPE: Target<()> = Target::new("clean", |()| println!("it is wiped"));

fn main() -> Result<()> {
    if let Err(error) = guard(&[&WASH, &WIPE]) {
        println!("{error}");
    }
    let mut child = Process::call(&WASH, ()); // ①
    child.start()?;
    child.join()
}
