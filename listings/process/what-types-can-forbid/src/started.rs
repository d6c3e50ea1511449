use multiprocessing::Result;

use crate::{Ended, Process, Started};

impl Process<Started> {
    pub fn pid(&self) -> i32 {
        self.state.pid
    }

    pub fn join(self) -> Result<Process<Ended>> {
        self.inner.join()?;
        let exitcode = self.inner.exitcode()?.expect("it has ended");
        Ok(Process { inner: self.inner, state: Ended { exitcode } })
    }

    pub fn poll(self) -> Result<Polled> {
        Ok(match self.inner.exitcode()? {
            None => Polled::Started(self),
            Some(_) => Polled::Ended(self.join()?),
        })
    }
}

/// What a look at a started process finds.
pub enum Polled {
    Started(Process<Started>),
    Ended(Process<Ended>),
}

impl Process<Ended> {
    pub fn exitcode(&self) -> i32 {
        self.state.exitcode
    }

    /// Nothing is left to do: the end of `self` closes its descriptor.
    pub fn close(self) {}
}
