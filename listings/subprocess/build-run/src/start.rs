use std::fs::File;
use std::io::{Result, pipe};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::{Pipes, Run, Running};

impl Run {
    pub(crate) fn start(&mut self) -> Result<(Running, Pipes)> {
        let command = &mut self.command;
        let mut both = None;
        if self.merge {
            let (reader, writer) = pipe()?;
            command.stdout(writer.try_clone()?).stderr(writer);
            both = Some(File::from(OwnedFd::from(reader)));
        }
        let leads = self.timeout.is_some(); // ①
        if leads {
            command.process_group(0);
        }
        let mut child = command.spawn()?;
        let mut pipes = Pipes::new(&mut child, std::mem::take(&mut self.input));
        if both.is_some() {
            pipes.ends[1] = both;
        }
        Ok((Running { child, leads, ended: false }, pipes))
    }
}

/// Everything that a `Command` can be told holds for its `Run`.
impl From<Command> for Run {
    fn from(command: Command) -> Self {
        let (input, timeout) = (Vec::new(), None);
        Run { command, input, merge: false, timeout, check: false }
    }
}
