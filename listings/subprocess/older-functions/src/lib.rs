use std::io::{self, pipe, read_to_string};
use std::process::Command;

use returncode::returncode;

/// Runs `command` in a shell. Returns its returncode and all that it prints, on
/// standard output and standard error alike, without the last newline.
pub fn getstatusoutput(command: &str) -> io::Result<(i32, String)> {
    let (reader, writer) = pipe()?;
    let mut sh = Command::new("/bin/sh");
    sh.args(["-c", command]).stdout(writer.try_clone()?).stderr(writer); // ①
    let mut child = sh.spawn()?;
    drop(sh); // ②

    let text = read_to_string(reader); // ③
    let status = child.wait()?;
    let mut text = text?.replace("\r\n", "\n").replace('\r', "\n");
    if text.ends_with('\n') {
        text.pop(); // ④
    }
    Ok((returncode(&status), text))
}
