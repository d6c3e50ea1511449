#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::thread::available_parallelism;

    use anyhow::Context;
    use multiprocessing::{Process, cpu_count};
    use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
    use nix::unistd::Pid;

    let before = cpu_count()?;
    let may = sched_getaffinity(Pid::this())?;
    let first = (0..CpuSet::count()).find(|&n| may.is_set(n) == Ok(true));
    let mut one = CpuSet::new();
    one.set(first.context("no processor")?)?;
    sched_setaffinity(Pid::this(), &one)?;

    let mut child = Process::new(move || {
        let mine = available_parallelism().expect("a number");
        println!("child: may use: {mine}");
        let still = cpu_count().expect("a number");
        println!("child: processors as before: {}", still == before);
    });
    child.start()?;
    child.join()?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {}
