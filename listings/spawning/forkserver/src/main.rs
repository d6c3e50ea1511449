use anyhow::Result;
use multiprocessing::{
    Process, StartMethod, Target, current_process, guard, parent_process,
};
use nix::unistd::getppid;

fn cook(main: i32) {
    let name = current_process().name().to_owned();
    let parent = parent_process().map_or(0, |parent| parent.pid());
    let [is_child, is_started] = [getppid().as_raw(), parent]
        .map(|pid| if pid == main { "" } else { "not " });
    println!(
        "{name}: my PPID is {is_child}main, my parent is {is_started}main"
    );
}

const COOK: Target<i32> = Target::new("cook", cook);

fn main() -> Result<()> {
    guard(&[&COOK])?; // ①
    for name in ["soup", "cake"] {
        let mut child = Process::call(&COOK, current_process().pid())
            .with_start_method(StartMethod::ForkServer) // ②
            .with_name(name);
        child.start()?; // ③
        child.join()?; // ④
    }
    Ok(())
}
