use std::time::Duration;

use anyhow::{Result, bail};
use build_run::{Error, Run};
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::Pid;

fn main() -> Result<()> {
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_child_subreaper(true)?; // ①
    let bake = "sleep 60 & echo $!; exec sleep 60";
    let bake = Run::new("sh").arg("-c").arg(bake);
    match bake.capture().timeout(Duration::from_millis(300)).run() {
        Err(Error::TimedOut { stdout, .. }) => {
            let pid = str::from_utf8(&stdout)?.trim().parse()?;
            let ended = waitpid(Pid::from_raw(pid), None)?; // ②
            if let WaitStatus::Signaled(_, signal, _) = ended {
                println!("the grandchild: {signal}");
            }
            Ok(())
        }
        other => bail!("sh has waited for a minute: {:?}", other?),
    }
}
