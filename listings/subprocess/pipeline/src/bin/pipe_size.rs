#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, pipe};
    use std::process::Command;

    use anyhow::Context;
    use nix::fcntl::{FcntlArg, fcntl};

    let (mut reader, writer) = pipe()?;
    println!("as made: {}", fcntl(&writer, FcntlArg::F_GETPIPE_SZ)?);
    fcntl(&writer, FcntlArg::F_SETPIPE_SZ(100_000))?; // ①
    println!("as set:  {}", fcntl(&writer, FcntlArg::F_GETPIPE_SZ)?);

    let mut head = Command::new("head");
    let head = head.args(["-c", "131072", "/dev/zero"]).stdout(writer).status();
    println!("head: {}", head.context("cannot run head")?); // ②
    let mut waiting = [0; 131_072];
    reader.read_exact(&mut waiting)?;
    println!("read, after its end: {}", waiting.len());
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux has F_SETPIPE_SZ");
}
