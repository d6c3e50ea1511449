use std::os::unix::process::CommandExt;
use std::process::Command;

use launch_errors::{LaunchError, launch};

use crate::merge::merge;
use crate::{Pipes, Run, Running};

impl Run {
    pub(crate) fn start(&mut self) -> Result<(Running, Pipes), LaunchError> {
        let command = &mut self.command;
        let program = command.get_program().to_owned();
        let both = self.merge.then(|| merge(command)).transpose();
        let both = both.map_err(|e| LaunchError::Program(program, e))?;
        let leads = self.timeout.is_some(); // ①
        if leads {
            command.process_group(0);
        }
        let mut child = launch(command)?;
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
