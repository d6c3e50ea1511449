//! `Process` itself.

use std::fmt::{self, Write as _};
use std::fs::File;
use std::io::{self, Write};
use std::mem::{forget, take};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, Pid, fork};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::authkey::AuthKey;
use crate::child::{Child, Status};
use crate::current::{Current, ParentProcess};
use crate::error::system;
use crate::server::Server;
use crate::target::Target;
use crate::watch::Watch;
use crate::{Error, Result, Run, run, spawn, world};

// ANCHOR: process
/// A child process: what it shall do, and what became of it. Python:
/// `multiprocessing.Process`.
///
/// The work may borrow: the child gets a copy of everything that the closure
/// refers to. It needs to be neither `Send` nor `'static`.
pub struct Process<'a> {
    work: Option<Box<dyn Work + 'a>>,
    method: StartMethod,
    name: String,
    daemon: bool,
    authkey: Option<AuthKey>,
    /// The process that made this object.
    maker: i32,
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
        let mut world = world::lock();
        world.made += 1;
        let mut identity = world.current.identity.clone();
        identity.push(world.made);
        Process {
            work: Some(work),
            method: StartMethod::Fork,
            name: default_name(&identity),
            daemon: world.current.daemon,
            authkey: None,
            maker: world.current.pid(),
            identity,
            state: State::Initial,
        }
    }

    /// A process that will call a target, by any start method.
    pub fn call<T>(target: &'static Target<T>, value: T) -> Self
    where
        T: Serialize + DeserializeOwned + 'a,
    {
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
    /// Starts the child. It runs the work and ends; the caller goes on.
    pub fn start(&mut self) -> Result<()> {
        match self.state {
            State::Initial => {}
            State::Started(_) => return Err(Error::AlreadyStarted),
            State::Closed => return Err(Error::Closed),
        }
        spawn::check_guard(self.method != StartMethod::Fork)?;
        // The value's own code writes it, before a lock is held.
        let call = match (self.method, &self.work) {
            (StartMethod::Fork, _) | (_, None) => None,
            (_, Some(work)) => Some(work.message().ok_or(Error::NotSendable)??),
        };
        // Whoever prints holds these locks. With both in hand, no other thread
        // does at the moment of the fork, and the child can print. (A thread
        // that holds the second and waits for the first would wait for ever.)
        let mut stdout = io::stdout().lock();
        let stderr = io::stderr().lock();
        let written = stdout.flush();
        written.map_err(system("cannot write the standard output"))?;
        world::finish_at_exit()?;

        let mut world = world::lock();
        if world.current.daemon {
            return Err(Error::Daemonic);
        }
        if world.current.pid() != self.maker {
            return Err(Error::NotParent);
        }
        // A family has one key, which is there before its first child.
        world.current.authkey()?;
        let watch =
            Watch::before_fork().map_err(system("cannot open a pipe"))?;
        match self.method {
            StartMethod::Fork => {}
            StartMethod::Spawn => return self.spawn(call, world, watch),
            StartMethod::ForkServer => return self.ask_server(call, world),
        }
        // `work` is there: only `start` takes it, and `close`.
        let work = self.work.take().ok_or(Error::AlreadyStarted)?;
        // SAFETY: of the other threads' locks the child needs those of the
        // allocator, which the C library takes across a fork, of the standard
        // streams and of `world`, which are held here.
        match unsafe { fork() } {
            Err(errno) => {
                self.work = Some(work);
                Err(system("cannot fork")(errno))
            }
            Ok(ForkResult::Parent { child }) => {
                let child = match self.adopt(child, watch) {
                    Ok(child) => Arc::new(child),
                    Err(error) => {
                        self.work = Some(work);
                        return Err(error);
                    }
                };
                if let Ok(None) = child.known() {
                    world.children.insert(child.pid, Arc::clone(&child));
                }
                self.state = State::Started(child);
                // The work's destructors may print, or call this library.
                drop((world, stderr, stdout));
                drop(work);
                Ok(())
            }
            Ok(ForkResult::Child) => {
                watch.in_child();
                // Everything is moved: each page that a child writes to has
                // to be copied first.
                let parent = ParentProcess {
                    name: take(&mut world.current.name),
                    pid: self.maker,
                    witness: self.maker,
                };
                let inherited = world.current.authkey.take();
                world.current = Current {
                    name: take(&mut self.name),
                    daemon: self.daemon,
                    pid: 0,
                    identity: take(&mut self.identity),
                    authkey: self.authkey.take().or(inherited),
                    parent: Some(parent),
                };
                world.made = 0;
                world.server = None;
                // The parent's children are no children of this process, and
                // their descriptors are closed with it.
                forget(take(&mut world.children));
                drop((world, stderr, stdout));
                run::bootstrap(|| work.run())
            }
        }
    }
    // ANCHOR_END: start

    // ANCHOR: start_spawn
    /// Starts the child as a fresh run of this program. What it cannot inherit
    /// goes through a pipe.
    fn spawn(
        &mut self,
        call: Option<(&str, String)>,
        mut world: world::Guard,
        watch: Watch,
    ) -> Result<()> {
        let message = self.message(&call, &mut world)?;
        let (pid, pipe) = spawn::spawn(&watch)?;
        let child = Arc::new(self.adopt(pid, watch)?);
        if let Ok(None) = child.known() {
            world.children.insert(child.pid, Arc::clone(&child));
        }
        self.state = State::Started(child);
        drop(world);
        self.work = None;
        spawn::send(pipe, &message)
    }

    /// What the child has to know, if it can be sent.
    fn message(
        &self,
        call: &Option<(&str, String)>,
        world: &mut world::Guard,
    ) -> Result<spawn::Message> {
        // It is there, as the work is.
        let (target, value) = call.as_ref().ok_or(Error::AlreadyStarted)?;
        let authkey = match &self.authkey {
            Some(key) => key,
            None => world.current.authkey()?,
        };
        let authkey = authkey.as_bytes().to_vec();
        Ok(spawn::Message {
            target: target.to_string(),
            value: value.clone(),
            name: self.name.clone(),
            daemon: self.daemon,
            identity: self.identity.clone(),
            authkey,
            parent_name: world.current.name.clone(),
            parent_pid: self.maker,
        })
    }
    // ANCHOR_END: start_spawn

    // ANCHOR: ask_server
    /// Has the fork server start the child. One that has died is replaced.
    fn ask_server(
        &mut self,
        call: Option<(&str, String)>,
        mut world: world::Guard,
    ) -> Result<()> {
        for attempt in 1.. {
            let message = self.message(&call, &mut world)?;
            let (pipe, status) =
                io::pipe().map_err(system("cannot open a pipe"))?;
            let server = match world.server.take().and_then(Server::if_alive) {
                Some(server) => server,
                None => Server::launch()?,
            };
            let asked = server.start(message, status.as_fd());
            // From here on only the server and the child can write.
            drop(status);
            let pipe = File::from(OwnedFd::from(pipe));
            match asked {
                Ok(()) => {}
                // It has not read the request, so no child can be there.
                Err(_) if attempt == 1 => {
                    server.stop();
                    continue;
                }
                Err(e) => {
                    server.stop();
                    return Err(system("cannot ask the fork server")(e));
                }
            }
            match server.answer(&pipe) {
                Ok(Some(pid @ 1..)) => {
                    let server_pid = server.pid();
                    world.server = Some(server);
                    let child = Arc::new(Child {
                        pid: pid as i32,
                        name: self.name.clone(),
                        daemon: self.daemon,
                        parent: self.maker,
                        sentinel: pipe.into(),
                        status: OnceLock::new(),
                        served: Some(server_pid),
                    });
                    world.children.insert(child.pid, Arc::clone(&child));
                    self.state = State::Started(child);
                    drop(world);
                    self.work = None;
                    return Ok(());
                }
                Ok(Some(errno)) => {
                    world.server = Some(server);
                    let errno = Errno::from_raw(-errno as i32);
                    return Err(system("the fork server cannot fork")(errno));
                }
                // It was dying when it was asked, so no child can be there.
                Ok(None) if attempt == 1 && server.left_unread() => {
                    server.stop();
                }
                // It has died on the way. The next `start` gets a new one.
                Ok(None) => {
                    server.stop();
                    return Err(Error::ServerDied);
                }
                Err(e) => {
                    world.server = Some(server);
                    return Err(system("cannot ask the fork server")(e));
                }
            }
        }
        Err(Error::ServerDied)
    }
    // ANCHOR_END: ask_server

    // ANCHOR: adopt
    /// The record of a new child. If it cannot be watched, it is ended, though
    /// it may have begun.
    fn adopt(&self, pid: Pid, watch: Watch) -> Result<Child> {
        let (sentinel, status) = match watch.in_parent(pid.as_raw()) {
            Ok(Some(sentinel)) => (sentinel, OnceLock::new()),
            // A pipe that nobody writes to is readable from the start.
            Ok(None) => {
                let ended = io::pipe().map_err(system("cannot open a pipe"))?;
                (ended.0.into(), OnceLock::from(Status::Lost))
            }
            Err(source) => {
                let _ = kill(pid, Signal::SIGKILL);
                while waitpid(pid, None) == Err(Errno::EINTR) {}
                return Err(system("cannot watch the child")(source));
            }
        };
        Ok(Child {
            pid: pid.as_raw(),
            name: self.name.clone(),
            daemon: self.daemon,
            parent: self.maker,
            sentinel,
            status,
            served: None,
        })
    }
    // ANCHOR_END: adopt

    // ANCHOR: join
    /// Waits until the child has ended. May be called again.
    pub fn join(&self) -> Result<()> {
        self.started()?.wait(None).map(drop)
    }

    /// Waits until the child has ended, at most this long. Says whether it has.
    pub fn join_timeout(&self, timeout: Duration) -> Result<bool> {
        Ok(self.started()?.wait(Some(timeout))?.is_some())
    }
    // ANCHOR_END: join

    // ANCHOR: is_alive
    /// Whether the child was started and has not ended. A child that has is
    /// waited for, so that no zombie stays.
    pub fn is_alive(&self) -> Result<bool> {
        match &self.state {
            State::Initial => Ok(false),
            State::Started(child) => match child.poll() {
                Err(Error::StatusLost) => Ok(false),
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
            State::Started(child) => child.poll(),
            State::Closed => Err(Error::Closed),
        }
    }
    // ANCHOR_END: exitcode

    // ANCHOR: authkey
    /// The key that the child shares with this process.
    pub fn authkey(&self) -> Result<AuthKey> {
        match &self.authkey {
            Some(key) => Ok(key.clone()),
            None => world::lock().current.authkey().cloned(),
        }
    }
    // ANCHOR_END: authkey

    // ANCHOR: sentinel
    /// A descriptor that is readable as soon as the child has ended.
    pub fn sentinel(&self) -> Result<BorrowedFd<'_>> {
        Ok(self.started()?.sentinel.as_fd())
    }
    // ANCHOR_END: sentinel

    // ANCHOR: started
    /// The child, for the methods that need one.
    fn started(&self) -> Result<&Child> {
        match &self.state {
            State::Initial => Err(Error::NotStarted),
            State::Started(child) => Ok(child),
            State::Closed => Err(Error::Closed),
        }
    }
    // ANCHOR_END: started
}

// ANCHOR: work
/// How a child comes into being. Python's default is `fork` on Linux through
/// 3.13, `spawn` on macOS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartMethod {
    /// A copy of this process. Runs anything.
    Fork,
    /// A fresh run of this program, which finds a [`Target`] by its name.
    Spawn,
    /// A copy of a small process of this program, which forks on request.
    ForkServer,
}

/// What a process does: run here after a fork, or described in a message.
trait Work {
    fn run(self: Box<Self>);

    /// The name of the target and its value, if it can be sent.
    fn message(&self) -> Option<Result<(&'static str, String)>>;
}

struct Closure<R>(R);

impl<R: Run> Work for Closure<R> {
    fn run(self: Box<Self>) {
        self.0.run();
    }

    fn message(&self) -> Option<Result<(&'static str, String)>> {
        None
    }
}

struct Call<T: 'static>(&'static Target<T>, T);

impl<T: Serialize + DeserializeOwned> Work for Call<T> {
    fn run(self: Box<Self>) {
        (self.0.run())(self.1);
    }

    fn message(&self) -> Option<Result<(&'static str, String)>> {
        let value = serde_json::to_string(&self.1)
            .map_err(system("cannot write the value"));
        Some(value.map(|value| (self.0.name(), value)))
    }
}
// ANCHOR_END: work

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
        write!(f, " parent={}", self.maker)?;
        let is_elsewhere = self.maker != world::lock().current.pid();
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
