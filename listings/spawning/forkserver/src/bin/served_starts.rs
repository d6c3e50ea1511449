use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};
use nix::unistd::getppid;

fn cook((): ()) {
    let server = getppid().as_raw();
    let help = Process::call(&HELP, server);
    let mut help = help.with_start_method(StartMethod::ForkServer);
    help.start().and_then(|()| help.join()).expect("it helps");
}

fn help(server_of_cook: i32) {
    let another = getppid().as_raw() != server_of_cook;
    println!("another server: {another}");
}

const COOK: Target<()> = Target::new("cook", cook);
const HELP: Target<i32> = Target::new("help", help);

fn main() -> Result<()> {
    guard(&[&COOK, &HELP])?;
    let child = Process::call(&COOK, ());
    let mut child = child.with_start_method(StartMethod::ForkServer);
    child.start()?;
    child.join()?;
    Ok(())
}
