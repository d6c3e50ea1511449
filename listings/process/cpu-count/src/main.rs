#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::thread::available_parallelism;

    use multiprocessing::{Process, cpu_count};
    use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
    use nix::unistd::Pid;

    const MYSELF: Pid = Pid::from_raw(0);

    let all = cpu_count()?; // ①
    let usable = available_parallelism()?; // ②
    let mut child = Process::new(move || {
        let may = sched_getaffinity(MYSELF).expect("its processors");
        let first = (0..CpuSet::count()).find(|&n| may.is_set(n) == Ok(true));
        let mut one = CpuSet::new();
        one.set(first.expect("one at least")).expect("it exists");
        sched_setaffinity(MYSELF, &one).expect("one of its own"); // ③

        let still = cpu_count().expect("a number");
        let mine = available_parallelism().expect("a number");
        println!("child:  processors as before: {}", still == all); // ④
        println!("child:  may use: {mine}");
    });
    child.start()?;
    child.join()?;
    println!("parent: some processors: {}", all >= 1);
    let same = available_parallelism()? == usable;
    println!("parent: may use as many as before: {same}"); // ⑤
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux lets a process choose its processors");
}
