use std::io::{Read, Result};
use std::process::{Child, Command, Stdio};

use returncode::returncode;

/// Runs the commands, each reading what the one before it prints. Returns how
/// each has ended, and what the last one has printed.
pub fn pipeline(commands: Vec<Command>) -> Result<(Vec<i32>, Vec<u8>)> {
    let mut children: Vec<Child> = Vec::new();
    let started = commands.into_iter().try_for_each(|mut command| {
        let before = children.last_mut().and_then(|c| c.stdout.take());
        if let Some(output) = before {
            command.stdin(output); // ①
        }
        children.push(command.stdout(Stdio::piped()).spawn()?); // ②
        Ok(())
    });
    let last = children.last_mut().and_then(|child| child.stdout.take());
    let mut output = Vec::new();
    let read = match (&started, last) {
        (Ok(()), Some(mut pipe)) => pipe.read_to_end(&mut output).map(drop),
        _ => children.iter_mut().try_for_each(Child::kill), // ③
    };
    let ended: Vec<_> = children.iter_mut().map(Child::wait).collect(); // ④
    started.and(read)?;
    let codes = ended.into_iter().map(|status| Ok(returncode(&status?)));
    Ok((codes.collect::<Result<_>>()?, output))
}
