#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::ffi::CString;

    use multiprocessing::{Process, current_process};
    use nix::sys::prctl::set_name;

    let mut child = Process::new(|| {
        let name = CString::new(current_process().name()).expect("no NUL");
        set_name(&name).expect("a name"); // ①
        let comm = std::fs::read_to_string("/proc/self/comm");
        print!("to the system I am {}", comm.expect("a name"));
    })
    .with_name("Ada");
    child.start()?;
    child.join()?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has this call");
}
