//! What can go wrong, as one enum.

use std::fmt;
use std::io;

// ANCHOR: error
/// A result whose error is [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// A misuse or a failure. Misuse that Python catches by `assert`, and so lets
/// pass under `python -O`, is an error here on every run.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// `start` was called before. Python: `AssertionError: cannot start a
    /// process twice`.
    AlreadyStarted,
    /// The process has no child yet. Python: `AssertionError: can only join a
    /// started process`, and others for other methods.
    NotStarted,
    /// The object came into this process by a fork; its child is the child of
    /// another process. Python: `AssertionError: can only join a child
    /// process`.
    NotParent,
    /// The caller is itself a daemonic process. Python: `AssertionError:
    /// daemonic processes are not allowed to have children`.
    Daemonic,
    /// The flag was to be set too late. Python: `AssertionError: process has
    /// already started`.
    DaemonAfterStart,
    /// `close` was called before. Python: `ValueError: process object is
    /// closed`.
    Closed,
    /// `close` was called too early. Python: `ValueError: Cannot close a
    /// process while it is still running. You should first call join() or
    /// terminate().`
    StillRunning,
    /// Somebody else has read the exit status: `SIGCHLD` is ignored, or other
    /// code waits for any child. Python raises nothing: `exitcode` stays
    /// `None`, and `is_alive` stays true for ever.
    StatusLost,
    /// The fork server was killed, and nobody else knows how the child ended.
    /// Python: exit code 255, though the child may still run.
    ServerDied,
    /// A closure was to be sent to a spawned child. Python: `PicklingError`.
    NotSendable,
    /// The program has not called [`guard`](crate::guard), and a spawned child
    /// would run all of its `main`. Python: `RuntimeError: An attempt has been
    /// made to start a new process before the current process has finished its
    /// bootstrapping phase.`
    NoGuard,
    /// Two targets of [`guard`](crate::guard) have this name, and a spawned
    /// child could not tell them apart. Python: the later function is found.
    TargetTwice(String),
    /// This target is not in the list of [`guard`](crate::guard), so that a
    /// spawned child would not find it. Python: `AttributeError: Can't get
    /// attribute …`, in the child.
    UnknownTarget(String),
    /// A system call failed.
    System {
        /// What was to be done, as in "cannot fork".
        what: &'static str,
        /// The system's reason.
        source: io::Error,
    },
}
// ANCHOR_END: error

// ANCHOR: error_text
impl Error {
    /// An error of the last system call.
    pub(crate) fn last(what: &'static str) -> Self {
        system(what)(io::Error::last_os_error())
    }
}

/// Turns an error of the system into one that says what was to be done.
pub(crate) fn system<E: Into<io::Error>>(
    what: &'static str,
) -> impl Fn(E) -> Error + Copy {
    move |source| Error::System { what, source: source.into() }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Error::AlreadyStarted => "cannot start a process twice",
            Error::NotStarted => "the process was not started",
            Error::NotParent => "the object belongs to another process",
            Error::Daemonic => {
                "daemonic processes are not allowed to have children"
            }
            Error::DaemonAfterStart => "the process has already started",
            Error::Closed => "the process object is closed",
            Error::StillRunning => {
                "cannot close a process while it is still running"
            }
            Error::StatusLost => {
                "the exit status was read by somebody else; is SIGCHLD ignored?"
            }
            Error::ServerDied => {
                "the fork server died, and with it the exit code"
            }
            Error::NotSendable => {
                "a closure cannot be sent to a spawned child; name a Target"
            }
            Error::NoGuard => {
                "this program does not call `guard` at the top of `main`"
            }
            Error::TargetTwice(name) => {
                return write!(f, "two targets of `guard` are called {name:?}");
            }
            Error::UnknownTarget(name) => {
                return write!(f, "{name:?} is no target of `guard`");
            }
            Error::System { what, .. } => what,
        })
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::System { source, .. } => Some(source),
            _ => None,
        }
    }
}
// ANCHOR_END: error_text
