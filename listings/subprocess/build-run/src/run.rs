use std::io;
use std::process::ExitStatus;
use std::time::Instant;

use crate::{Done, Error, Pipes, Run, Running};

impl Run {
    /// Runs the program to its end.
    pub fn run(mut self) -> Result<Done, Error> {
        let (mut child, mut pipes) = self.start().map_err(Error::Launch)?;
        let program = self.command.get_program().to_owned();
        drop(self.command); // ①
        let end = self.timeout.and_then(|t| Instant::now().checked_add(t)); // ②
        let ended = match accompany(&mut child, &mut pipes, end) {
            Ok(ended) => ended,
            Err(source) => return Err(Error::Lost { program, source }), // ③
        };
        let [_, stdout, stderr] = pipes.read;
        let Some(status) = ended else {
            return Err(Error::TimedOut { program, stdout, stderr });
        };
        let done = Done { program, status, stdout, stderr };
        let failed = self.check && !status.success();
        if failed { Err(Error::Failed(done)) } else { Ok(done) }
    }
}

/// The exit status, or `None` if the time was up and the child was ended.
fn accompany(
    child: &mut Running,
    pipes: &mut Pipes,
    end: Option<Instant>,
) -> io::Result<Option<ExitStatus>> {
    let ended = if pipes.talk(end)? { child.wait(end)? } else { None };
    if ended.is_none() {
        child.kill()?;
    }
    Ok(ended)
}
