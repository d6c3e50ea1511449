use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};

fn serve(guests: u32) {
    println!("{guests} guests are served");
}

const SERVE: Target<u32> = Target::new("serve", serve);
const WASH: Target<u32> = Target::new("wash", serve);

fn main() -> Result<()> {
    guard(&[&SERVE])?; // ①
    let closure = Process::new(|| println!("never printed"));
    let mut closure = closure.with_start_method(StartMethod::Spawn);
    println!("a closure: {}", closure.start().unwrap_err());

    let wash = Process::call(&WASH, 4);
    let mut wash = wash.with_start_method(StartMethod::Spawn);
    println!("no target: {}", wash.start().unwrap_err()); // ②

    let serve = Process::call(&SERVE, 4);
    let mut serve = serve.with_start_method(StartMethod::Spawn);
    serve.start()?;
    Ok(serve.join()?)
}
