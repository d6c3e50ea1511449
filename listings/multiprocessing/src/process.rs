//! `Process` itself.

use std::fmt::{self, Write as _};
use std::os::fd::BorrowedFd;
use std::sync::Arc;
use std::time::Duration;

use nix::sys::signal::Signal;

use crate::child::Child;
use crate::error::{Error, Result};
use crate::here::authkey::AuthKey;
use crate::here::children::{ActiveChild, poll, wait};
use crate::here::record::lock;
use crate::run::target::Target;
use crate::run::work::{Call, Closure, Run, Work};
use crate::start::plan::Wanted;
use crate::start::{StartMethod, start};
use crate::sys::mark::mark;
use crate::wire::codec::Value;

// ANCHOR: process
/// A child process: what it shall do, and what became of it. Python:
/// `multiprocessing.Process`.
///
/// The work may borrow: the child gets a copy of everything that the closure
/// refers to. It needs to be neither `Send` nor `'static`. So a `Process` stays
/// in its thread; [`child`](Process::child) gives what other threads wait for.
///
/// Dropping a `Process` ends nothing: the child goes on, and this program waits
/// for it at its end, as Python does. Only [`close`](Process::close) insists.
///
/// ```
/// use multiprocessing::Process;
///
/// let loaves = 2;
/// let mut baker = Process::new(|| println!("{loaves} loaves are baked"));
/// baker.start()?;
/// baker.join()?;
/// assert_eq!(baker.exitcode()?, Some(0));
/// # Ok::<(), multiprocessing::Error>(())
/// ```
#[must_use = "a process does nothing before `start`"]
pub struct Process<'a> {
    work: Option<Box<dyn Work + 'a>>,
    method: StartMethod,
    name: String,
    daemon: bool,
    authkey: Option<AuthKey>,
    /// The process that made this object, and its PID.
    maker: u64,
    maker_pid: i32,
    identity: Vec<u32>,
    state: State,
}

enum State {
    Initial,
    Started(Arc<Child>),
    Closed,
}
// ANCHOR_END: process

impl<'a> Process<'a> {
    // ANCHOR: new
    /// A process that will run `work`. Nothing happens before [`start`].
    ///
    /// [`start`]: Process::start
    pub fn new(work: impl Run + 'a) -> Self {
        Process::with_work(Box::new(Closure(work)))
    }

    fn with_work(work: Box<dyn Work + 'a>) -> Self {
        let mut record = lock();
        record.made += 1;
        let mut identity = record.me.identity.clone();
        identity.push(record.made);
        Process {
            work: Some(work),
            method: StartMethod::default(),
            name: default_name(&identity),
            daemon: record.me.daemon,
            authkey: None,
            maker: mark(),
            maker_pid: record.pid(),
            identity,
            state: State::Initial,
        }
    }

    /// A process that will call a target, by any start method.
    pub fn call<T: Value>(target: &'static Target<T>, value: T) -> Self {
        Process::with_work(Box::new(Call(target, value)))
    }

    /// Chooses how the child is started: a copy of this process, if this is
    /// never called.
    pub fn with_start_method(mut self, method: StartMethod) -> Self {
        self.method = method;
        self
    }

    /// Gives it a name, in place of `Process-1`, `Process-2`, … An empty name
    /// is none.
    pub fn with_name(mut self, name: &str) -> Self {
        if !name.is_empty() {
            self.name = name.to_owned();
        }
        self
    }

    /// Makes it a daemonic process, or not. If this is never called, it is one
    /// if its maker is.
    pub fn with_daemon(mut self, daemon: bool) -> Self {
        self.daemon = daemon;
        self
    }

    /// Gives it a key of its own, in place of its maker's.
    pub fn with_authkey(mut self, key: AuthKey) -> Self {
        self.authkey = Some(key);
        self
    }
    // ANCHOR_END: new

    // ANCHOR: start
    /// Starts the child. It runs the work and ends; the caller goes on. What
    /// the work holds is dropped here, once the child has its own.
    ///
    /// # Errors
    ///
    /// Misuse, a value that cannot be sent, and what the system refuses. Then
    /// no child runs, and `start` may be called again.
    pub fn start(&mut self) -> Result<()> {
        match self.state {
            State::Initial => {}
            State::Started(_) => return Err(Error::AlreadyStarted),
            State::Closed => return Err(Error::Closed),
        }
        let wanted = Wanted {
            name: self.name.clone(),
            daemon: self.daemon,
            authkey: self.authkey.clone(),
            identity: self.identity.clone(),
            maker: self.maker,
        };
        let child = start(self.method, wanted, &mut self.work)?;
        self.state = State::Started(child);
        // Its destructors may print, or call this library.
        self.work = None;
        Ok(())
    }
    // ANCHOR_END: start

    // ANCHOR: join
    /// Waits until the child has ended. May be called again.
    pub fn join(&self) -> Result<()> {
        wait(self.started()?, None).map(drop)
    }

    /// Waits until the child has ended, at most this long. Says whether it has.
    pub fn join_timeout(&self, timeout: Duration) -> Result<bool> {
        Ok(wait(self.started()?, Some(timeout))?.is_some())
    }
    // ANCHOR_END: join

    // ANCHOR: is_alive
    /// Whether the child was started and has not ended. A child that has is
    /// waited for, so that no zombie stays.
    pub fn is_alive(&self) -> Result<bool> {
        match &self.state {
            State::Initial => Ok(false),
            State::Started(child) => match poll(child) {
                // It has ended, though nobody knows how.
                Err(Error::StatusLost | Error::ServerDied) => Ok(false),
                code => Ok(code?.is_none()),
            },
            State::Closed => Err(Error::Closed),
        }
    }
    // ANCHOR_END: is_alive

    // ANCHOR: terminate
    /// Asks the child to end, by SIGTERM. Its own children go on.
    pub fn terminate(&self) -> Result<()> {
        self.started()?.signal(Signal::SIGTERM)
    }

    /// Ends the child, by SIGKILL, which it cannot refuse.
    pub fn kill(&self) -> Result<()> {
        self.started()?.signal(Signal::SIGKILL)
    }

    /// Interrupts the child as Ctrl-C does, by SIGINT.
    pub fn interrupt(&self) -> Result<()> {
        self.started()?.signal(Signal::SIGINT)
    }
    // ANCHOR_END: terminate

    // ANCHOR: close
    /// Gives back what the object holds of the system. The child must have
    /// ended. May be called again.
    pub fn close(&mut self) -> Result<()> {
        match self.is_alive() {
            Ok(true) => return Err(Error::StillRunning),
            Err(unknown @ Error::System { .. }) => return Err(unknown),
            _ => {} // closed, not started, or ended somehow
        }
        self.state = State::Closed;
        self.work = None;
        Ok(())
    }
    // ANCHOR_END: close

    // ANCHOR: name
    /// The name. It means nothing to the system.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Changes the name. A child that runs keeps the one it was started with.
    pub fn set_name(&mut self, name: &str) {
        self.name = name.to_owned();
    }
    // ANCHOR_END: name

    // ANCHOR: daemon
    /// Whether the child is ended with its parent.
    pub fn daemon(&self) -> bool {
        self.daemon
    }

    /// Changes that, before the start.
    pub fn set_daemon(&mut self, daemon: bool) -> Result<()> {
        match self.state {
            State::Started(_) => Err(Error::DaemonAfterStart),
            State::Initial | State::Closed => {
                self.daemon = daemon;
                Ok(())
            }
        }
    }
    // ANCHOR_END: daemon

    // ANCHOR: pid
    /// The PID; `None` before the start.
    pub fn pid(&self) -> Result<Option<i32>> {
        match &self.state {
            State::Initial => Ok(None),
            State::Started(child) => Ok(Some(child.pid)),
            State::Closed => Err(Error::Closed),
        }
    }
    // ANCHOR_END: pid

    // ANCHOR: exitcode
    /// The exit code: `None` before the start and while the child runs, and
    /// minus the number of the signal that ended it.
    pub fn exitcode(&self) -> Result<Option<i32>> {
        match &self.state {
            State::Initial => Ok(None),
            State::Started(child) => poll(child),
            State::Closed => Err(Error::Closed),
        }
    }
    // ANCHOR_END: exitcode

    // ANCHOR: authkey
    /// The key that the child shares with this process.
    pub fn authkey(&self) -> Result<AuthKey> {
        match &self.authkey {
            Some(key) => Ok(key.clone()),
            None => lock().me.authkey().cloned(),
        }
    }
    // ANCHOR_END: authkey

    // ANCHOR: sentinel
    /// A descriptor that is readable from the child's end on, for ever.
    pub fn sentinel(&self) -> Result<BorrowedFd<'_>> {
        Ok(self.started()?.sentinel())
    }
    // ANCHOR_END: sentinel

    // ANCHOR: handle
    /// The started child, as something that another thread can wait for.
    ///
    /// ```
    /// use multiprocessing::Process;
    ///
    /// let mut child = Process::new(|| ());
    /// child.start()?;
    /// let handle = child.child()?;
    /// let waiter = std::thread::spawn(move || handle.join());
    /// waiter.join().expect("no panic")?;
    /// # Ok::<(), multiprocessing::Error>(())
    /// ```
    pub fn child(&self) -> Result<ActiveChild> {
        Ok(ActiveChild(Arc::clone(self.started()?)))
    }
    // ANCHOR_END: handle

    // ANCHOR: started
    /// The child, for the methods that need one.
    fn started(&self) -> Result<&Arc<Child>> {
        match &self.state {
            State::Initial => Err(Error::NotStarted),
            State::Started(child) => Ok(child),
            State::Closed => Err(Error::Closed),
        }
    }
    // ANCHOR_END: started
}

// ANCHOR: default_name
/// `Process-2` for the second process made here, and `Process-2:1` for the
/// first that this one makes.
fn default_name(identity: &[u32]) -> String {
    let mut name = String::with_capacity(24);
    name.push_str("Process");
    for (n, number) in identity.iter().enumerate() {
        let _ = write!(name, "{}{number}", if n == 0 { '-' } else { ':' });
    }
    name
}
// ANCHOR_END: default_name

// ANCHOR: debug
impl fmt::Debug for Process<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<Process name='{}'", self.name)?;
        if let Ok(Some(pid)) = self.pid() {
            write!(f, " pid={pid}")?;
        }
        write!(f, " parent={}", self.maker_pid)?;
        let is_elsewhere = self.maker != mark();
        match (&self.state, self.exitcode()) {
            (State::Closed, _) => f.write_str(" closed")?,
            _ if is_elsewhere => f.write_str(" unknown")?,
            (State::Initial, _) => f.write_str(" initial")?,
            (_, Ok(None)) => f.write_str(" started")?,
            (_, Ok(Some(code))) => {
                f.write_str(" stopped exitcode=")?;
                match Signal::try_from(-code) {
                    Ok(signal) => write!(f, "-{signal}")?,
                    Err(_) => write!(f, "{code}")?,
                }
            }
            (_, Err(_)) => f.write_str(" unknown")?,
        }
        f.write_str(if self.daemon { " daemon>" } else { ">" })
    }
}
// ANCHOR_END: debug
