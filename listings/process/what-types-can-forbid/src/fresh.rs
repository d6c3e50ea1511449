use multiprocessing::Error;

use crate::{Fresh, Process, Started};

impl Process<Fresh> {
    pub fn new(work: impl FnOnce() + 'static) -> Self {
        let inner = Box::new(multiprocessing::Process::new(work));
        Process { inner, state: Fresh }
    }

    pub fn set_daemon(&mut self, daemon: bool) -> Result<(), Error> {
        self.inner.set_daemon(daemon)
    }

    pub fn start(mut self) -> Result<Process<Started>, Refused> {
        if let Err(error) = self.inner.start() {
            return Err(Refused { process: self, error });
        }
        let pid = self.inner.pid().ok().flatten().expect("it is started");
        Ok(Process { inner: self.inner, state: Started { pid } })
    }
}

/// A start that failed, and the process that it has not started.
pub struct Refused {
    pub process: Process<Fresh>,
    pub error: Error,
}

/// For `?`, which drops the process and the work in it.
impl From<Refused> for anyhow::Error {
    fn from(refused: Refused) -> Self {
        refused.error.into()
    }
}
