//! The start method `spawn`: a fresh run of this program.

use std::os::fd::AsFd;
use std::sync::Arc;

use crate::child::Child;
use crate::child::watch::BeforeFork;
use crate::error::{Result, system};
use crate::here::children;
use crate::run::brief::Brief;
use crate::run::work::Letter;
use crate::start::plan::Plan;
use crate::start::tell::tell;
use crate::sys::around::Around;
use crate::sys::program::{Role, run_again};
use crate::wire::parcel::pair;

// ANCHOR: spawn
/// Runs this program once more, and tells it through a socket what it cannot
/// inherit.
pub fn launch(plan: Plan, letter: &Letter) -> Result<Arc<Child>> {
    let Plan { label, me } = plan;
    let around = Around::of_spawned();
    let (socket, theirs) = pair().map_err(system("cannot open a socket"))?;
    let watch = BeforeFork::new().map_err(system("cannot open a pipe"))?;
    let end = watch.for_child().map_err(system("cannot open a pipe"))?;
    let pid = run_again(Role::Child, theirs.as_fd())?;
    drop(theirs);
    let child = Arc::new(Child::own(pid, label, watch, &mut None)?);
    if !child.is_over() {
        children::add(&child);
    }
    tell(child, socket, &Brief { me, around }, letter, end, false)
}
// ANCHOR_END: spawn
