#[cfg(target_os = "linux")]
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    use std::{process::Stdio, time::Duration};

    use anyhow::Context;
    use nix::sys::wait::{Id, WaitPidFlag, WaitStatus, waitid};
    use nix::unistd::Pid;
    use tokio::{process::Command, time::sleep};

    let state = |pid, flags| match waitid(Id::Pid(pid), flags) {
        Ok(WaitStatus::StillAlive) => "it runs",
        Ok(_) => "a zombie",
        Err(_) => "gone",
    };
    let wait = WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT;
    let look = wait | WaitPidFlag::WNOHANG;
    for kill in [false, true] {
        let mut cat = Command::new("cat");
        cat.stdin(Stdio::piped()).kill_on_drop(kill);
        let mut cat = cat.spawn().context("cannot run cat")?;
        let stdin = cat.stdin.take();
        let pid = Pid::from_raw(cat.id().context("no PID")? as i32);
        drop(cat); // ①
        let now = state(pid, if kill { wait } else { look }); // ②
        println!("kill_on_drop({kill}): it runs: {}", now == "it runs");
        drop(stdin);
        while state(pid, look) != "gone" {
            sleep(Duration::from_millis(1)).await; // ③
        }
        println!("some time later: gone");
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("nix has waitid on Linux");
}
