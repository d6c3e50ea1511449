use std::io::{PipeReader, Read, Write, pipe};
use std::os::fd::AsFd;

use anyhow::Result;
use multiprocessing::{Process, exit};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

fn main() -> Result<()> {
    for fails in [false, true] {
        let (answers, mut tell) = pipe()?;
        let mut cook = Process::new(|| {
            if fails {
                exit(3);
            }
            tell.write_all(b"cake").expect("main listens");
        });
        cook.start()?;
        let answer = answer_or_end(answers, &cook)?;
        cook.join()?;
        println!("{answer:?}, exit code {:?}", cook.exitcode()?);
    }
    Ok(())
}

fn answer_or_end(
    mut answers: PipeReader,
    child: &Process,
) -> Result<Option<String>> {
    let mut fds = [answers.as_fd(), child.sentinel()?]
        .map(|fd| PollFd::new(fd, PollFlags::POLLIN));
    poll(&mut fds, PollTimeout::NONE)?;
    // `poll` looks at one after the other: the answer may have come in between.
    poll(&mut fds, PollTimeout::ZERO)?;
    if fds[0].any() != Some(true) {
        return Ok(None);
    }
    let mut buffer = [0; 100];
    let length = answers.read(&mut buffer)?;
    Ok(Some(String::from_utf8_lossy(&buffer[..length]).into_owned()))
}
