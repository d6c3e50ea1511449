use std::io::{self, Write};
use std::process::{Command, Output, Stdio};

use anyhow::Result;

fn run(command: &mut Command, input: &[u8]) -> io::Result<Output> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let stdin = child.stdin.as_mut();
    let sent = stdin.map_or(Ok(()), |stdin| stdin.write_all(input)); // ①
    let output = child.wait_with_output()?; // ②
    sent.map(|()| output)
}

fn main() -> Result<()> {
    let mut tr = Command::new("tr");
    let bread = run(tr.args(["a-z", "A-Z"]), b"bread\n")?;
    print!("tr: {}", str::from_utf8(&bread.stdout)?);
    let unread = run(&mut Command::new("true"), &[0; 1 << 20])?; // ③
    println!("true: {}", unread.status);
    Ok(())
}
