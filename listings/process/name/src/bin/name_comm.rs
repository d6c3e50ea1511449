#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use multiprocessing::Process;

    let name = || std::fs::read_to_string("/proc/self/comm");
    let parent = name()?; // ①
    let mut child = Process::new(|| {
        let same = name().expect("a name") == parent;
        let whose = if same { "its parent's" } else { "its own" };
        println!("to the system the child has {whose} name");
    })
    .with_name("Ada");
    child.start()?;
    child.join()?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has /proc/self/comm");
}
