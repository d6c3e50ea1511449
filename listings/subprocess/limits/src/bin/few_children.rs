#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::process::Command;

    use anyhow::Result;
    use multiprocessing::Process;
    use nix::errno::Errno;
    use nix::sys::resource::{Resource::RLIMIT_NPROC, setrlimit};
    use nix::unistd::{Gid, Uid, getuid, setgid, setgroups, setuid};

    fn childless() -> Result<()> {
        if getuid().is_root() {
            setgroups(&[])?;
            setgid(Gid::from_raw(65534))?;
            setuid(Uid::from_raw(65534))?; // ①
        }
        setrlimit(RLIMIT_NPROC, 0, 0)?; // ②
        match Command::new("true").status() {
            Ok(status) => println!("true ran: {status}"),
            Err(error) => println!("true: {:?}", Errno::try_from(error)?), // ③
        }
        Ok(())
    }

    let mut child = Process::new(|| childless().expect("limits can be set"));
    child.start()?;
    child.join()?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("nix has RLIMIT_NPROC on Linux");
}
