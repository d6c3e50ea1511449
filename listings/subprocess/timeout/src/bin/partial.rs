#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::process::Command;
    use std::time::Duration;

    use anyhow::Context;
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::wait::wait;
    use timeout::output_timeout;

    set_child_subreaper(true)?; // ④
    let (gate, leash) = std::io::pipe()?;
    for (dish, script) in [
        ("bread", "echo dough; echo bread"),
        ("roast", "echo raw; exec sleep 60"), // ⑤
        ("stew", "exec 3<&0; cat <&3 & echo water"), // ⑥
    ] {
        let mut sh = Command::new("sh");
        sh.args(["-c", script]).stdin(gate.try_clone()?);
        let time = Duration::from_millis(300);
        let done = output_timeout(&mut sh, time).context("cannot run sh")?;
        let ended =
            done.0.map_or("timed out".into(), |status| status.to_string());
        println!("{dish}: {ended}, {:?}", String::from_utf8_lossy(&done.1));
    }
    drop(leash);
    wait()?; // ⑦
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has pidfds");
}
