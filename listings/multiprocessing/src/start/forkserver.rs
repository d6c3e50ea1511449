//! The start method `forkserver`: a small process of this program forks on
//! request.

use std::io;
use std::sync::Arc;

use crate::child::Child;
use crate::child::server::{Answer, Server};
use crate::child::watch::Watch;
use crate::error::{Error, Result, system};
use crate::here::{children, record};
use crate::run::brief::Brief;
use crate::run::work::Letter;
use crate::start::plan::Plan;
use crate::start::tell::tell;
use crate::sys::around::{self, Around};

// ANCHOR: forkserver
/// Has the fork server make a child, and tells that who it is.
pub fn launch(plan: Plan, letter: &Letter) -> Result<Arc<Child>> {
    let Plan { label, me } = plan;
    let (answer, server, around) = ask()?;
    let Answer { pid, socket, code, pidfd } = answer;
    let (watch, end) = match pidfd {
        Some(pidfd) => (Watch::Pidfd(pidfd), None),
        None => {
            let (reader, writer) =
                io::pipe().map_err(system("cannot open a pipe"))?;
            (Watch::Pipe(reader.into()), Some(writer.into()))
        }
    };
    let child = Child::served(pid, label, watch, code, server.needed());
    let child = Arc::new(child);
    children::add(&child);
    tell(child, socket, &Brief { me, around }, letter, end, true)
}

/// Asks the server, which is launched when it is first needed, when the last
/// one is dead, and when this process has other rights than that one has.
fn ask() -> Result<(Answer, Arc<Server>, Around)> {
    let mut now = None;
    let known = record::lock().servers.last().cloned();
    if let Some(server) = known {
        match server.ask(|| now = Some(around::now()))? {
            None => server.stop(),
            Some(answer) => {
                let (around, rights) = now.unwrap_or_else(around::now)?;
                if rights == server.rights {
                    return Ok((answer, server, around));
                }
                // This child is told nothing, and ends.
            }
        }
    }
    let (around, rights) = around::now()?;
    let server = Arc::new(Server::launch(rights)?);
    let mut record = record::lock();
    let unused =
        |old: &mut Arc<Server>| Arc::strong_count(old) == 1 && !old.is_needed();
    let unused: Vec<_> = record.servers.extract_if(.., unused).collect();
    record.servers.push(Arc::clone(&server));
    drop(record);
    drop(unused); // they are stopped, while no lock is held
    match server.ask(|| ())? {
        Some(answer) => Ok((answer, server, around)),
        None => Err(Error::ServerDied),
    }
}
// ANCHOR_END: forkserver
