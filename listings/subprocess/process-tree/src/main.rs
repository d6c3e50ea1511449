#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, Write, pipe};
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use nix::sys::signal::{Signal::SIGKILL, kill, killpg};
    use nix::sys::{prctl::set_child_subreaper, wait::wait};
    use nix::unistd::Pid;

    set_child_subreaper(true)?; // ①
    for (name, whole) in [("kill", false), ("killpg", true)] {
        let (bowl, mut knife) = pipe()?;
        let (mut soup, pot) = pipe()?;
        let mut sh = Command::new("sh")
            .args(["-c", "exec 3<&0; cat <&3 & exec sleep 60"]) // ②
            .process_group(0) // ③
            .stdin(bowl)
            .stdout(pot)
            .spawn()?;
        knife.write_all(b"onions")?;
        let mut cut = vec![0; 6];
        soup.read_exact(&mut cut)?; // ④

        let pid = Pid::from_raw(sh.id() as i32);
        if whole { killpg(pid, SIGKILL) } else { kill(pid, SIGKILL) }?; // ⑤
        println!("{name}: sh: {}", sh.wait()?);
        let _ = knife.write_all(b" and carrots"); // ⑥
        drop(knife);
        soup.read_to_end(&mut cut)?;
        println!("  the cook has cut {}", String::from_utf8_lossy(&cut));
        wait()?; // ⑦
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
