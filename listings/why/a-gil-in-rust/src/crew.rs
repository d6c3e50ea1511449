use std::collections::BTreeSet;
use std::process::id;
use std::sync::Arc;
use std::thread::Builder;

use anyhow::Result;
use multiprocessing::Process;

use crate::gil::Gil;

/// Four threads share a lock. Gives the number of their PIDs.
pub fn threads<W>(gil: Gil, work: W) -> Result<usize>
where
    W: Fn(&Gil) + Copy + Send + 'static,
{
    let gil = Arc::new(gil);
    gil.take(); // ①
    let mut cooks = Vec::new();
    for _ in 0..4 {
        let gil = Arc::clone(&gil);
        let life = move || (work(&gil), id()).1;
        cooks.push(Builder::new().spawn(life)?);
    }
    gil.release();
    let pids = cooks.into_iter().map(|cook| cook.join().unwrap());
    Ok(pids.collect::<BTreeSet<_>>().len())
}

/// Four processes get a copy of a lock each. Gives the number of their PIDs.
pub fn processes(gil: &Gil, work: impl Fn(&Gil)) -> Result<usize> {
    let mut cooks = Vec::new();
    for _ in 0..4 {
        let mut cook = Process::new(|| work(gil)).with_daemon(true); // ②
        cook.start()?;
        cooks.push(cook);
    }
    cooks.iter().try_for_each(|cook| cook.join())?;
    let pids = cooks.iter().filter_map(|cook| cook.pid().ok()?);
    Ok(pids.collect::<BTreeSet<_>>().len())
}
