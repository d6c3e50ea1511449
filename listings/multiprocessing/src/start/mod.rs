//! How a child comes into being, in four steps: check, prepare, launch, record.
//! Each start method is a file, and gives back the same thing.

mod fork;
mod forkserver;
pub mod plan;
mod spawn;
mod tell;

use std::sync::Arc;

use crate::child::Child;
use crate::error::{Error, Result};
use crate::here::children;
use crate::run::guard;
use crate::run::work::Work;
use crate::start::plan::{Plan, Wanted};

// ANCHOR: method
/// How a child comes into being. Python's default is `fork` on Linux through
/// 3.13, `spawn` on macOS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StartMethod {
    /// A copy of this process. Runs anything.
    ///
    /// ```
    /// use multiprocessing::{Process, StartMethod};
    ///
    /// let child = Process::new(|| ());
    /// let mut child = child.with_start_method(StartMethod::Fork);
    /// child.start()?;
    /// # child.join()?;
    /// # Ok::<(), multiprocessing::Error>(())
    /// ```
    #[default]
    Fork,
    /// A fresh run of this program, which finds a [`Target`] by its name.
    ///
    /// [`Target`]: crate::Target
    Spawn,
    /// A copy of a small process of this program, which forks on request.
    ForkServer,
}
// ANCHOR_END: method

// ANCHOR: start
/// Starts a child that does the work: in the child itself this does not return.
/// A work that was sent stays where it is, and one that was forked as well.
pub fn start(
    method: StartMethod,
    wanted: Wanted,
    work: &mut Option<Box<dyn Work + '_>>,
) -> Result<Arc<Child>> {
    guard::check()?;
    children::wait_for_forgotten();
    let launch = match method {
        StartMethod::Fork => {
            let plan = Plan::new(wanted)?;
            return fork::launch(plan, work);
        }
        StartMethod::Spawn => spawn::launch,
        StartMethod::ForkServer => forkserver::launch,
    };
    // The value's own code writes it, while no lock is held.
    let letter = work.as_ref().ok_or(Error::AlreadyStarted)?.letter()?;
    guard::check_letter(&letter)?;
    launch(Plan::new(wanted)?, &letter)
}
// ANCHOR_END: start
