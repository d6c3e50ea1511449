use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};

fn serve(guests: u32) {
    println!("{guests} guests are served");
}

const SERVE: Target<u32> = Target::new("serve", serve);
const WASH: Target<u32> = Target::new("wash", serve);

fn main() -> Result<()> {
    guard(&[&SERVE]); // ①
    let closure = Process::new(|| println!("never printed"));
    let mut closure = closure.with_start_method(StartMethod::Spawn);
    println!("a closure: {}", closure.start().unwrap_err());

    let wash = Process::call(&WASH, 4);
    let mut wash = wash.with_start_method(StartMethod::Spawn);
    wash.start()?;
    wash.join()?; // ②
    println!("exit code: {}", wash.exitcode()?.unwrap_or(-1));
    Ok(())
}
