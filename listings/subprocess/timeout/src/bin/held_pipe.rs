#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{BufRead, BufReader, Read};
    use std::os::fd::AsFd;
    use std::process::{Command, Stdio};
    use std::time::Duration;

    use anyhow::Context;
    use nix::sys::{prctl::set_child_subreaper, wait::wait};

    set_child_subreaper(true)?; // ①
    let mut shell = Command::new("sh")
        .args(["-c", "exec 3<&0; cat <&3 & echo the baker goes home"]) // ②
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run sh")?;
    let leash = shell.stdin.take(); // ③
    println!("sh: {}", shell.wait()?);

    let mut output = BufReader::new(shell.stdout.take().context("no pipe")?);
    let mut line = String::new();
    output.read_line(&mut line)?;
    print!("its output: {line}");
    let bound = Duration::from_millis(200);
    let [ended] = timeout::ready([output.get_ref().as_fd()], bound)?; // ④
    println!("the output has ended: {ended}");
    drop(leash); // ⑤
    output.read_to_string(&mut line)?;
    println!("the output has ended: true");
    wait()?; // ⑥
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has subreapers");
}
