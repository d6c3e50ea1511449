use std::io::Result;
use std::process::{Child, Command};

/// A child that does not outlive its owner.
pub struct Guard {
    pub child: Child,
    kill: bool,
}

impl Guard {
    /// Starts a child that is killed when the guard is dropped.
    pub fn killing(command: &mut Command) -> Result<Self> {
        Ok(Self { child: command.spawn()?, kill: true })
    }

    /// Starts a child that is waited for when the guard is dropped.
    pub fn waiting(command: &mut Command) -> Result<Self> {
        Ok(Self { child: command.spawn()?, kill: false })
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop((self.child.stdout.take(), self.child.stderr.take())); // ①
        if self.kill && matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill(); // ②
        }
        let _ = self.child.wait(); // ③
    }
}
