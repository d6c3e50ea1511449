use std::io;

use multiprocessing::{Error, Process, Result, StartMethod, Target, guard};
use nix::sys::resource::{Resource, getrlimit, setrlimit};

const CLERK: Target<()> = Target::new("clerk", |()| println!("I write"));

/// Starts it; if that needs room, makes some and tries once more.
fn start(child: &mut Process, free: impl Fn() -> Result<()>) -> Result<()> {
    match child.start() {
        Err(Error::System { what, source }) if is_full(&source) => {
            println!("{what}: making room");
            free()?;
            child.start()
        }
        started => started,
    }
}

/// Whether there are too many open descriptors.
fn is_full(error: &io::Error) -> bool {
    error.raw_os_error() == Some(nix::libc::EMFILE)
}

fn main() -> anyhow::Result<()> {
    guard(&[&CLERK])?;
    let mut child =
        Process::call(&CLERK, ()).with_start_method(StartMethod::Spawn);
    let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    setrlimit(Resource::RLIMIT_NOFILE, 0, hard)?;
    start(&mut child, || {
        let done = setrlimit(Resource::RLIMIT_NOFILE, soft, hard);
        let what = "cannot raise the limit";
        done.map_err(|e| Error::System { what, source: e.into() })
    })?;
    child.join()?;
    Ok(())
}
