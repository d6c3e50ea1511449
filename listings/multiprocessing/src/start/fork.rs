//! The start method `fork`: a copy of this process.

use std::io::{self, Write};
use std::sync::Arc;

use nix::unistd::{ForkResult, fork};

use crate::child::Child;
use crate::child::watch::BeforeFork;
use crate::error::{Error, Result, system};
use crate::here::{children, record};
use crate::run::life;
use crate::run::work::Work;
use crate::start::plan::Plan;

// ANCHOR: fork
/// Forks. The child takes the work with it, and the parent keeps its own.
pub fn launch(
    plan: Plan,
    work: &mut Option<Box<dyn Work + '_>>,
) -> Result<Arc<Child>> {
    let Plan { label, me } = plan;
    let watch = BeforeFork::new().map_err(system("cannot open a pipe"))?;
    // Whoever prints holds these locks. With both in hand, no other thread does
    // at the moment of the fork, and the child can print. (A thread that waits
    // for the first while it holds the second would wait for ever.)
    let mut stdout = io::stdout().lock();
    stdout.flush().map_err(system("cannot write the standard output"))?;
    let stderr = io::stderr().lock();
    let mut record = record::lock();
    record.keep_room()?;
    // SAFETY: a child that uses what another thread had locked waits for ever,
    // which is no undefined behaviour. The locks that each child needs are not
    // among them: the C library takes those of its allocator across a fork, and
    // those of the standard output and error and of the record are held here.
    match unsafe { fork() } {
        Err(errno) => Err(system("cannot fork")(errno)),
        Ok(ForkResult::Parent { child: pid }) => {
            let mut room = record.room.take();
            drop((record, stderr, stdout));
            let child = Child::own(pid.as_raw(), label, watch, &mut room)?;
            record::lock().room = room;
            let child = Arc::new(child);
            if !child.is_over() {
                children::add(&child);
            }
            Ok(child)
        }
        Ok(ForkResult::Child) => {
            watch.in_child();
            record.become_child(me);
            drop((record, stderr, stdout));
            // `start` has seen it: only it and `close` take it away.
            let work = work.take().ok_or(Error::AlreadyStarted);
            life::live(|| work.map_or((), |work| work.run()))
        }
    }
}
// ANCHOR_END: fork
