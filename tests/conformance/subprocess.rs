//! CPython's `test_subprocess.py`, asked of std as the pages use it, and of the
//! functions that the pages build. A name is that of the method in CPython 3.11,
//! or in the version that its comment names.

use std::error::Error;
use std::ffi::{CString, OsStr};
use std::fmt::Debug;
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Read, Seek, Write, pipe};
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use build_run::{Done, Error as RunError, Pipes, Run, Running};
use close_fds::{inherits, pass};
use communicate::communicate;
use launch_errors::{LaunchError, launch};
use nix::errno::Errno;
use nix::fcntl::{FcntlArg, FdFlag, fcntl};
use nix::libc;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::resource::{Resource, setrlimit};
use nix::sys::signal::{SigHandler, Signal, kill, signal};
use nix::sys::stat::{Mode, umask};
#[cfg(target_os = "linux")]
use nix::sys::wait::WaitStatus;
use nix::sys::wait::{WaitPidFlag, waitpid};
use nix::unistd::{
    Gid, Pid, Uid, dup2_stderr, dup2_stdin, dup2_stdout, getpgid, getsid,
    setsid,
};
use popen::Guard;
use returncode::returncode;

use crate::process::in_a_child;
use support::case::{Case, Outcome, children_of_this_process, ensure};

type Answer<T> = Result<T, Box<dyn Error>>;

#[rustfmt::skip]
pub const CASES: &[Case] = &[
    ("ProcessTestCase.test_call_seq", test_call_seq),
    ("ProcessTestCase.test_call_timeout", test_call_timeout),
    ("ProcessTestCase.test_check_call_zero", test_check_call_zero),
    ("ProcessTestCase.test_check_call_nonzero", test_check_call_nonzero),
    ("ProcessTestCase.test_check_output", test_check_output),
    ("ProcessTestCase.test_check_output_nonzero", test_check_output_nonzero),
    ("ProcessTestCase.test_check_output_stderr", test_check_output_stderr),
    ("ProcessTestCase.test_check_output_stdin_arg", test_check_output_stdin_arg),
    ("ProcessTestCase.test_check_output_input_arg", test_check_output_input_arg),
    ("ProcessTestCase.test_check_output_input_none", test_check_output_input_none),
    ("ProcessTestCase.test_check_output_stdout_arg", test_check_output_stdout_arg),
    ("ProcessTestCase.test_check_output_stdin_with_input_arg", test_check_output_stdin_with_input_arg),
    ("ProcessTestCase.test_check_output_timeout", test_check_output_timeout),
    ("ProcessTestCase.test_stdin_none", test_stdin_none),
    ("ProcessTestCase.test_stdout_none", test_stdout_none),
    ("ProcessTestCase.test_stderr_none", test_stderr_none),
    ("ProcessTestCase.test_issue8780", test_issue8780),
    ("ProcessTestCase.test_executable", test_executable),
    ("ProcessTestCase.test_bytes_executable", test_bytes_executable),
    ("ProcessTestCase.test_pathlike_executable", test_pathlike_executable),
    ("ProcessTestCase.test_executable_takes_precedence", test_executable_takes_precedence),
    ("ProcessTestCase.test_executable_replaces_shell", test_executable_replaces_shell),
    ("ProcessTestCase.test_cwd", test_cwd),
    ("ProcessTestCase.test_cwd_with_bytes", test_cwd_with_bytes),
    ("ProcessTestCase.test_cwd_with_pathlike", test_cwd_with_pathlike),
    ("ProcessTestCase.test_cwd_with_relative_arg", test_cwd_with_relative_arg),
    ("ProcessTestCase.test_cwd_with_relative_executable", test_cwd_with_relative_executable),
    ("ProcessTestCase.test_cwd_with_absolute_arg", test_cwd_with_absolute_arg),
    ("ProcessTestCase.test_executable_with_cwd", test_executable_with_cwd),
    ("ProcessTestCase.test_executable_without_cwd", test_executable_without_cwd),
    ("ProcessTestCase.test_stdin_pipe", test_stdin_pipe),
    ("ProcessTestCase.test_stdin_filedes", test_stdin_filedes),
    ("ProcessTestCase.test_stdin_fileobj", test_stdin_fileobj),
    ("ProcessTestCase.test_stdin_devnull", test_stdin_devnull),
    ("ProcessTestCase.test_stdout_pipe", test_stdout_pipe),
    ("ProcessTestCase.test_stdout_filedes", test_stdout_filedes),
    ("ProcessTestCase.test_stdout_fileobj", test_stdout_fileobj),
    ("ProcessTestCase.test_stdout_devnull", test_stdout_devnull),
    ("ProcessTestCase.test_stderr_pipe", test_stderr_pipe),
    ("ProcessTestCase.test_stderr_filedes", test_stderr_filedes),
    ("ProcessTestCase.test_stderr_fileobj", test_stderr_fileobj),
    ("ProcessTestCase.test_stderr_devnull", test_stderr_devnull),
    ("ProcessTestCase.test_stdout_stderr_pipe", test_stdout_stderr_pipe),
    ("ProcessTestCase.test_stdout_stderr_file", test_stdout_stderr_file),
    ("ProcessTestCase.test_stderr_redirect_with_no_stdout_redirect", test_stderr_redirect_with_no_stdout_redirect),
    ("ProcessTestCase.test_stdout_filedes_of_stdout", test_stdout_filedes_of_stdout),
    ("RunFuncTestCase.test_stdout_stdout", test_stdout_stdout),
    #[cfg(target_os = "linux")]
    ("ProcessTestCase.test_pipesizes", test_pipesizes),
    #[cfg(target_os = "linux")]
    ("ProcessTestCase.test_pipesize_default", test_pipesize_default),
    ("ProcessTestCase.test_env", test_env),
    ("ProcessTestCase.test_empty_env", test_empty_env),
    ("ProcessTestCase.test_one_environment_variable", test_one_environment_variable),
    ("ProcessTestCase.test_invalid_cmd", test_invalid_cmd),
    ("ProcessTestCase.test_invalid_env", test_invalid_env),
    ("ProcessTestCase.test_communicate_stdin", test_communicate_stdin),
    ("ProcessTestCase.test_communicate_stdout", test_communicate_stdout),
    ("ProcessTestCase.test_communicate_stderr", test_communicate_stderr),
    ("ProcessTestCase.test_communicate", test_communicate),
    ("ProcessTestCase.test_communicate_returns", test_communicate_returns),
    ("ProcessTestCase.test_communicate_timeout", test_communicate_timeout),
    ("ProcessTestCase.test_communicate_timeout_large_output", test_communicate_timeout_large_output),
    ("ProcessTestCase.test_communicate_pipe_buf", test_communicate_pipe_buf),
    ("ProcessTestCase.test_writes_before_communicate", test_writes_before_communicate),
    ("ProcessTestCase.test_communicate_epipe", test_communicate_epipe),
    ("ProcessTestCase.test_communicate_epipe_only_stdin", test_communicate_epipe_only_stdin),
    ("ProcessTestCase.test_communicate_eintr", test_communicate_eintr),
    ("ProcessTestCase.test_poll", test_poll),
    ("ProcessTestCase.test_wait", test_wait),
    ("ProcessTestCase.test_wait_timeout", test_wait_timeout),
    ("ProcessTestCase.test_file_not_found_includes_filename", test_file_not_found_includes_filename),
    ("ProcessTestCase.test_file_not_found_with_bad_cwd", test_file_not_found_with_bad_cwd),
    ("ProcessTestCase.test_list2cmdline", test_list2cmdline),
    #[cfg(target_os = "linux")]
    ("POSIXProcessTestCase.test_vfork_used_when_expected", test_vfork_used_when_expected),
    ("RunFuncTestCase.test_returncode", run_returncode),
    ("RunFuncTestCase.test_check", run_check),
    ("RunFuncTestCase.test_check_zero", run_check_zero),
    ("RunFuncTestCase.test_timeout", run_timeout),
    ("RunFuncTestCase.test_capture_stdout", run_capture_stdout),
    ("RunFuncTestCase.test_capture_stderr", run_capture_stderr),
    ("RunFuncTestCase.test_check_output_stdin_arg", run_check_output_stdin_arg),
    ("RunFuncTestCase.test_check_output_input_arg", test_check_output_input_arg),
    ("RunFuncTestCase.test_check_output_stdin_with_input_arg", test_check_output_stdin_with_input_arg),
    ("RunFuncTestCase.test_check_output_timeout", test_check_output_timeout),
    ("RunFuncTestCase.test_run_kwargs", run_kwargs),
    ("RunFuncTestCase.test_run_with_pathlike_path", run_with_pathlike_path),
    ("RunFuncTestCase.test_run_with_bytes_path_and_arguments", run_with_bytes_path_and_arguments),
    ("RunFuncTestCase.test_run_with_pathlike_path_and_arguments", run_with_pathlike_path_and_arguments),
    ("RunFuncTestCase.test_run_with_an_empty_env", run_with_an_empty_env),
    ("RunFuncTestCase.test_capture_output", run_capture_output),
    ("RunFuncTestCase.test_stdout_with_capture_output_arg", test_check_output_stdout_arg),
    ("RunFuncTestCase.test_stderr_with_capture_output_arg", run_stderr_with_capture_output_arg),
    ("RunFuncTestCase.test_run_with_shell_timeout_and_capture_output", run_with_shell_timeout_and_capture_output),
    ("POSIXProcessTestCase.test_exception_cwd", test_exception_cwd),
    ("POSIXProcessTestCase.test_exception_bad_executable", test_exception_bad_executable),
    ("POSIXProcessTestCase.test_exception_bad_args_0", test_exception_bad_args_0),
    ("POSIXProcessTestCase.test_exception_errpipe_normal", test_exception_errpipe_normal),
    #[cfg(target_os = "linux")]
    ("POSIXProcessTestCase.test_restore_signals", test_restore_signals),
    ("POSIXProcessTestCase.test_start_new_session", test_start_new_session),
    ("POSIXProcessTestCase.test_process_group_0", test_process_group_0),
    ("POSIXProcessTestCase.test_user", test_user),
    ("POSIXProcessTestCase.test_user_error", test_user_error),
    ("POSIXProcessTestCase.test_group", test_group),
    ("POSIXProcessTestCase.test_group_error", test_group_error),
    #[cfg(target_os = "linux")]
    ("POSIXProcessTestCase.test_extra_groups", test_extra_groups),
    #[cfg(target_os = "linux")]
    ("POSIXProcessTestCase.test_extra_groups_empty_list", test_extra_groups_empty_list),
    #[cfg(target_os = "linux")]
    ("POSIXProcessTestCase.test_extra_groups_error", test_extra_groups_error),
    ("POSIXProcessTestCase.test_umask", test_umask),
    ("POSIXProcessTestCase.test_run_abort", test_run_abort),
    ("POSIXProcessTestCase.test_CalledProcessError_str_signal", str_signal),
    ("POSIXProcessTestCase.test_CalledProcessError_str_unknown_signal", str_unknown_signal),
    ("POSIXProcessTestCase.test_CalledProcessError_str_non_zero", str_non_zero),
    ("POSIXProcessTestCase.test_preexec", test_preexec),
    ("POSIXProcessTestCase.test_preexec_exception", test_preexec_exception),
    ("POSIXProcessTestCase.test_preexec_errpipe_does_not_double_close_pipes", test_preexec_errpipe_does_not_double_close_pipes),
    #[cfg(target_os = "linux")]
    ("POSIXProcessTestCase.test_preexec_fork_failure", test_preexec_fork_failure),
    ("POSIXProcessTestCase.test_args_string", test_args_string),
    ("POSIXProcessTestCase.test_call_string", test_args_string),
    ("POSIXProcessTestCase.test_shell_sequence", test_shell_sequence),
    ("POSIXProcessTestCase.test_shell_string", test_shell_string),
    ("POSIXProcessTestCase.test_specific_shell", test_specific_shell),
    ("POSIXProcessTestCase.test_send_signal", test_send_signal),
    ("POSIXProcessTestCase.test_kill", test_kill),
    ("POSIXProcessTestCase.test_terminate", test_terminate),
    ("POSIXProcessTestCase.test_send_signal_dead", test_send_signal_dead),
    ("POSIXProcessTestCase.test_kill_dead", test_kill_dead),
    ("POSIXProcessTestCase.test_terminate_dead", test_terminate_dead),
    ("POSIXProcessTestCase.test_close_fd_0", || std_closed(&[0])),
    ("POSIXProcessTestCase.test_close_fd_1", || std_closed(&[1])),
    ("POSIXProcessTestCase.test_close_fd_2", || std_closed(&[2])),
    ("POSIXProcessTestCase.test_close_fds_0_1", || std_closed(&[0, 1])),
    ("POSIXProcessTestCase.test_close_fds_0_2", || std_closed(&[0, 2])),
    ("POSIXProcessTestCase.test_close_fds_1_2", || std_closed(&[1, 2])),
    ("POSIXProcessTestCase.test_close_fds_0_1_2", || std_closed(&[0, 1, 2])),
    ("POSIXProcessTestCase.test_surrogates_error_message", test_surrogates_error_message),
    ("POSIXProcessTestCase.test_undecodable_env", test_undecodable_env),
    ("POSIXProcessTestCase.test_bytes_program", test_bytes_program),
    ("POSIXProcessTestCase.test_pipe_cloexec", test_pipe_cloexec),
    ("POSIXProcessTestCase.test_pipe_cloexec_real_tools", test_pipe_cloexec_real_tools),
    #[cfg(target_os = "linux")]
    ("POSIXProcessTestCase.test_close_fds", test_close_fds),
    #[cfg(target_os = "linux")]
    ("POSIXProcessTestCase.test_close_fds_when_max_fd_is_lowered", test_close_fds_when_max_fd_is_lowered),
    #[cfg(target_os = "linux")]
    ("POSIXProcessTestCase.test_close_fds_after_preexec", test_close_fds_after_preexec),
    ("POSIXProcessTestCase.test_pass_fds", test_pass_fds),
    ("POSIXProcessTestCase.test_pass_fds_inheritable", test_pass_fds_inheritable),
    ("POSIXProcessTestCase.test_pass_fds_redirected", test_pass_fds_redirected),
    ("POSIXProcessTestCase.test_wait_when_sigchild_ignored", test_wait_when_sigchild_ignored),
    ("POSIXProcessTestCase.test_select_unbuffered", test_select_unbuffered),
    ("POSIXProcessTestCase.test_communicate_BrokenPipeError_stdin_close", broken_pipe_at_close),
    ("POSIXProcessTestCase.test_communicate_BrokenPipeError_stdin_write", broken_pipe_at_write),
    ("POSIXProcessTestCase.test_communicate_BrokenPipeError_stdin_flush", broken_pipe_at_flush),
    ("POSIXProcessTestCase.test_communicate_BrokenPipeError_stdin_close_with_timeout", broken_pipe_with_timeout),
    ("POSIXProcessTestCase.test_stopped", test_stopped),
    ("POSIXProcessTestCase.test_communicate_repeated_call_after_stdout_close", test_communicate_repeated_call_after_stdout_close),
    #[cfg(target_os = "linux")]
    ("MiscTests.test_call_keyboardinterrupt_no_kill", call_interrupted),
    #[cfg(target_os = "linux")]
    ("MiscTests.test_run_keyboardinterrupt_no_kill", run_interrupted),
    #[cfg(target_os = "linux")]
    ("MiscTests.test_context_manager_keyboardinterrupt_no_kill", guard_interrupted),
    ("what a program cannot be given is named, with the reason", refusals),
    #[cfg(target_os = "linux")]
    ("a timeout ends the group, and no process that has left it", escapes),
    ("MiscTests.test_getoutput", test_getoutput),
    ("ContextManagerTests.test_pipe", guard_pipe),
    ("ContextManagerTests.test_returncode", guard_returncode),
    ("ContextManagerTests.test_communicate_stdin", guard_communicate_stdin),
    ("ContextManagerTests.test_invalid_args", guard_invalid_args),
    ("ContextManagerTests.test_broken_pipe_cleanup", guard_broken_pipe_cleanup),
];

/// Nothing that a case waits for takes so long.
const LONG: Duration = Duration::from_secs(60);
/// Time for a program to start and to print.
const SOON: Duration = Duration::from_secs(1);
const NOW: Duration = Duration::from_millis(50);
/// More than a pipe holds on any system.
pub const MUCH: usize = (4 << 20) + 1;
const NOWHERE: &str = "/nowhere/to/be/found";
const FRUIT: &str = "printf apple; printf orange >&2";
const IS_PEAR: &str = r#"test "$(cat)" = pear"#;

// Helpers.

pub fn sh(script: &str) -> Command {
    let mut sh = Command::new("/bin/sh");
    sh.arg("-c").arg(script);
    sh
}

/// `subprocess.call`.
fn call(command: &mut Command) -> Answer<i32> {
    Ok(returncode(&command.status()?))
}

pub fn same<T: PartialEq + Debug>(is: T, should: T) -> Outcome {
    match is == should {
        true => Ok(()),
        false => Err(format!("{is:?}, not {should:?}").into()),
    }
}

/// What the program prints on standard output; it must succeed.
fn out(command: &mut Command) -> Answer<String> {
    let output = command.stderr(Stdio::inherit()).output()?;
    ensure(output.status.success(), &output.status.to_string())?;
    Ok(String::from_utf8(output.stdout)?)
}

fn failed(run: Run) -> Answer<Done> {
    match run.check().run() {
        Err(RunError::Failed(done)) => Ok(done),
        other => Err(format!("it did not fail: {other:?}").into()),
    }
}

/// What it has printed when it was ended.
fn timed_out(run: Run, time: Duration) -> Answer<Vec<u8>> {
    let result = run.timeout(time).run();
    no_child()?;
    match result {
        Err(RunError::TimedOut { stdout, .. }) => Ok(stdout),
        other => Err(format!("it was in time: {other:?}").into()),
    }
}

/// This process has no child, not even a zombie.
pub fn no_child() -> Outcome {
    let waited = waitpid(None, Some(WaitPidFlag::WNOHANG));
    same(waited, Err(Errno::ECHILD))
}

fn file_with(text: &str) -> Answer<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(text.as_bytes())?;
    file.rewind()?;
    Ok(file)
}

fn text_of(mut file: File) -> Answer<String> {
    file.rewind()?;
    Ok(io::read_to_string(file)?)
}

pub fn errno(error: &io::Error) -> Option<Errno> {
    error.raw_os_error().map(Errno::from_raw)
}

/// Starts the program, which must not be possible, and gives the error.
fn refused(command: &mut Command) -> Answer<io::Error> {
    match command.spawn() {
        Err(error) => Ok(error),
        Ok(mut child) => {
            child.kill()?;
            Err(format!("{:?}: it was started", child.wait()).into())
        }
    }
}

/// The descriptors of this process that are open.
pub fn descriptors() -> Vec<RawFd> {
    let open = |fd: &RawFd| {
        // SAFETY: the call asks for a flag and changes nothing.
        unsafe { libc::fcntl(*fd, libc::F_GETFD) != -1 }
    };
    (0..256).filter(open).collect()
}

/// Calls `act` and then closes a child's standard input, so that it ends.
fn with_cat(act: impl FnOnce(&mut Child) -> Outcome) -> Answer<ExitStatus> {
    let mut cat = Command::new("cat").stdin(Stdio::piped()).spawn()?;
    let acted = act(&mut cat);
    let status = cat.wait()?;
    acted.map(|()| status)
}

fn pid(child: &Child) -> Pid {
    Pid::from_raw(child.id() as i32)
}

/// A program that ends when one of its own descriptors says so: what it reads
/// there, and what ends it.
fn gate(command: &mut Command) -> io::Result<io::PipeWriter> {
    let (gate, open) = pipe()?;
    command.env("GATE", format!("/dev/fd/{}", gate.as_raw_fd()));
    pass(command, gate);
    Ok(open)
}

// Rows 46 to 49: `call`, `check_call`, `check_output`.

fn test_call_seq() -> Outcome {
    same(call(&mut sh("exit 47"))?, 47)
}

fn test_call_timeout() -> Outcome {
    timed_out(sh("exec sleep 60").into(), NOW)?;
    let checked = exceptions::check(&mut sh("exec sleep 60"), NOW);
    let late = matches!(checked, Err(exceptions::Error::TimedOut(..)));
    ensure(late, &format!("{checked:?}"))?;
    no_child()
}

fn test_check_call_zero() -> Outcome {
    exceptions::check(&mut sh("exit 0"), LONG)?;
    same(Run::from(sh("exit 0")).check().run()?.returncode(), 0)
}

fn test_check_call_nonzero() -> Outcome {
    same(failed(sh("exit 47").into())?.returncode(), 47)?;
    match exceptions::check(&mut sh("exit 47"), LONG) {
        Err(exceptions::Error::Failed(name, status)) => {
            same(name.as_str(), "/bin/sh")?;
            same(status.code(), Some(47))
        }
        other => Err(format!("{other:?}").into()),
    }
}

fn test_check_output() -> Outcome {
    let done = Run::from(sh("printf BDFL")).capture().check().run()?;
    same(done.stdout, b"BDFL".into())
}

fn test_check_output_nonzero() -> Outcome {
    let done = failed(Run::from(sh("printf BDFL; exit 5")).capture())?;
    same((done.returncode(), done.stdout), (5, b"BDFL".into()))
}

fn test_check_output_stderr() -> Outcome {
    let done = Run::from(sh(FRUIT)).capture_merged().check().run()?;
    same(done.stdout, b"appleorange".into())
}

fn test_check_output_stdin_arg() -> Outcome {
    let mut cat = Command::new("cat");
    same(out(cat.stdin(file_with("pear")?))?, "pear".into())
}

fn test_check_output_input_arg() -> Outcome {
    let done = Run::new("cat").input("pear").capture().run()?;
    same(done.stdout, b"pear".into())
}

/// CPython's `check_output` takes the input `None` for an empty one. `Run` has
/// no `None`: no input is to read what this program reads.
fn test_check_output_input_none() -> Outcome {
    let done = Run::new("cat").input("").capture().run()?;
    same(done.stdout, vec![])?;
    dup2_stdin(file_with("pear")?)?;
    same(Run::new("cat").capture().run()?.stdout, b"pear".into())
}

/// CPython refuses `stdout` beside what captures it. Here they are calls in
/// order, and the last one holds.
fn test_check_output_stdout_arg() -> Outcome {
    let file = tempfile::tempfile()?;
    let mut command = sh("printf BDFL");
    command.stdout(file.try_clone()?);
    let done = Run::from(command).capture().run()?;
    same(done.stdout, b"BDFL".into())?;
    same(text_of(file)?, String::new())
}

/// As with `stdout`: CPython refuses `stdin` beside `input`.
fn test_check_output_stdin_with_input_arg() -> Outcome {
    let mut command = sh(IS_PEAR);
    command.stdin(file_with("hare")?);
    same(Run::from(command).input("pear").run()?.returncode(), 0)
}

fn test_check_output_timeout() -> Outcome {
    let late = Run::from(sh("printf BDFL; exec sleep 60")).capture();
    same(timed_out(late, SOON)?, b"BDFL".into())?;
    #[cfg(target_os = "linux")]
    {
        let mut late = sh("printf BDFL; exec sleep 60");
        let (status, output) = timeout::output_timeout(&mut late, SOON)?;
        same((status, output), (None, b"BDFL".into()))?;
    }
    no_child()
}

// Rows 50 to 54: what the child reads and where it writes.

/// `Command::output` reads nothing, other than Python's `run`.
fn test_stdin_none() -> Outcome {
    dup2_stdin(file_with("pear")?)?;
    same(out(&mut Command::new("cat"))?, String::new())?;
    let mut is_pear = sh(IS_PEAR).spawn()?;
    ensure(is_pear.stdin.is_none(), "a pipe")?;
    ensure(is_pear.wait()?.success(), "not inherited")
}

/// What is written on this process's standard output by `act`.
fn on_stdout(act: impl FnOnce() -> Outcome) -> Answer<String> {
    let file = tempfile::tempfile()?;
    dup2_stdout(&file)?;
    act()?;
    text_of(file)
}

fn test_stdout_none() -> Outcome {
    let text = on_stdout(|| {
        let mut sh = sh("printf apple").stderr(Stdio::piped()).spawn()?;
        ensure(sh.wait()?.success() && sh.stdout.is_none(), "a pipe")
    })?;
    same(text, "apple".into())
}

fn test_stderr_none() -> Outcome {
    let file = tempfile::tempfile()?;
    dup2_stderr(&file)?;
    let mut sh = sh("printf orange >&2").stdout(Stdio::piped()).spawn()?;
    ensure(sh.wait()?.success() && sh.stderr.is_none(), "a pipe")?;
    same(text_of(file)?, "orange".into())
}

fn test_issue8780() -> Outcome {
    let text = on_stdout(|| same(call(&mut sh("sh -c 'echo hello'"))?, 0))?;
    same(text, "hello\n".into())
}

/// Python's `executable` with a first argument is `arg0` with a program.
fn named(program: impl AsRef<OsStr>, name: &str, script: &str) -> Command {
    let mut command = Command::new(program);
    command.arg0(name).arg("-c").arg(script);
    command
}

fn test_executable() -> Outcome {
    same(call(&mut named("/bin/sh", "nosuch", "exit 47"))?, 47)
}

fn test_bytes_executable() -> Outcome {
    let program = OsStr::from_bytes(b"/bin/sh");
    same(call(&mut named(program, "nosuch", "exit 47"))?, 47)
}

fn test_pathlike_executable() -> Outcome {
    same(call(&mut named(Path::new("/bin/sh"), "nosuch", "exit 47"))?, 47)
}

fn test_executable_takes_precedence() -> Outcome {
    let name = out(&mut named("/bin/sh", "a name", "echo \"$0\""))?;
    same(name, "a name\n".into())?;
    let error = refused(&mut named(NOWHERE, "/bin/sh", "exit 47"))?;
    same(errno(&error), Some(Errno::ENOENT))
}

/// `Command` has no shell that could be replaced. Another program in the place
/// of the shell is another program.
fn test_executable_replaces_shell() -> Outcome {
    let text = out(&mut named("echo", "/bin/sh", "exit 47"))?;
    same(text, "-c exit 47\n".into())
}

fn in_folder(check: impl Fn(&Path) -> Outcome) -> Outcome {
    let folder = tempfile::tempdir()?;
    check(&folder.path().canonicalize()?)
}

fn says_folder(given: impl AsRef<Path>, folder: &Path) -> Outcome {
    let said = out(sh("pwd -P").current_dir(given))?;
    same(Path::new(said.trim_end()), folder)
}

fn test_cwd() -> Outcome {
    in_folder(|folder| says_folder(folder.to_str().unwrap_or("?"), folder))
}

fn test_cwd_with_bytes() -> Outcome {
    in_folder(|dir| {
        says_folder(OsStr::from_bytes(dir.as_os_str().as_bytes()), dir)
    })
}

fn test_cwd_with_pathlike() -> Outcome {
    in_folder(|folder| says_folder(folder, folder))
}

/// The documentation of `current_dir` promises neither; on Linux and macOS it is
/// as in Python: `./program` is looked for in the child's folder.
fn test_cwd_with_relative_arg() -> Outcome {
    in_folder(|folder| {
        symlink("/bin/sh", folder.join("program"))?;
        let mut program = Command::new("./program");
        program.args(["-c", "exit 47"]);
        same(errno(&refused(&mut program)?), Some(Errno::ENOENT))?;
        same(call(program.current_dir(folder))?, 47)
    })
}

fn test_cwd_with_relative_executable() -> Outcome {
    in_folder(|folder| {
        symlink("/bin/sh", folder.join("program"))?;
        let mut program = named("./program", "nosuch", "exit 47");
        same(errno(&refused(&mut program)?), Some(Errno::ENOENT))?;
        same(call(program.current_dir(folder))?, 47)
    })
}

fn test_cwd_with_absolute_arg() -> Outcome {
    in_folder(|folder| {
        symlink("/bin/sh", folder.join("program"))?;
        let mut program = Command::new(folder.join("program"));
        program.args(["-c", "exit 47"]).current_dir("/");
        same(call(&mut program)?, 47)
    })
}

fn test_executable_with_cwd() -> Outcome {
    in_folder(|folder| {
        let mut sh = named("/bin/sh", "nosuch", "pwd -P");
        let said = out(sh.current_dir(folder))?;
        same(Path::new(said.trim_end()), folder)
    })
}

fn test_executable_without_cwd() -> Outcome {
    same(call(&mut named("/bin/sh", "", "exit 47"))?, 47)
}

fn test_stdin_pipe() -> Outcome {
    let mut is_pear = sh(IS_PEAR).stdin(Stdio::piped()).spawn()?;
    let written = is_pear.stdin.take().ok_or("no pipe")?.write_all(b"pear");
    ensure(is_pear.wait()?.success(), "not pear")?;
    Ok(written?)
}

fn test_stdin_filedes() -> Outcome {
    let fd = OwnedFd::from(file_with("pear")?);
    same(call(sh(IS_PEAR).stdin(fd))?, 0)
}

fn test_stdin_fileobj() -> Outcome {
    same(call(sh(IS_PEAR).stdin(file_with("pear")?))?, 0)
}

fn test_stdin_devnull() -> Outcome {
    let mut child = sh("test -z \"$(cat)\"").stdin(Stdio::null()).spawn()?;
    ensure(child.wait()?.success() && child.stdin.is_none(), "not empty")
}

fn test_stdout_pipe() -> Outcome {
    let child = sh(FRUIT).stdout(Stdio::piped()).spawn()?;
    same(child.wait_with_output()?.stdout, b"apple".into())
}

fn test_stdout_filedes() -> Outcome {
    let file = tempfile::tempfile()?;
    same(call(sh(FRUIT).stdout(OwnedFd::from(file.try_clone()?)))?, 0)?;
    same(text_of(file)?, "apple".into())
}

fn test_stdout_fileobj() -> Outcome {
    let file = tempfile::tempfile()?;
    same(call(sh(FRUIT).stdout(file.try_clone()?))?, 0)?;
    same(text_of(file)?, "apple".into())
}

fn test_stdout_devnull() -> Outcome {
    let mut sh = sh("yes | head -n 100000");
    let mut child = sh.stdout(Stdio::null()).spawn()?;
    ensure(child.wait()?.success() && child.stdout.is_none(), "a pipe")
}

fn test_stderr_pipe() -> Outcome {
    let child = sh(FRUIT).stderr(Stdio::piped()).spawn()?;
    same(child.wait_with_output()?.stderr, b"orange".into())
}

fn test_stderr_filedes() -> Outcome {
    let file = tempfile::tempfile()?;
    same(call(sh(FRUIT).stderr(OwnedFd::from(file.try_clone()?)))?, 0)?;
    same(text_of(file)?, "orange".into())
}

fn test_stderr_fileobj() -> Outcome {
    let file = tempfile::tempfile()?;
    same(call(sh(FRUIT).stderr(file.try_clone()?))?, 0)?;
    same(text_of(file)?, "orange".into())
}

fn test_stderr_devnull() -> Outcome {
    let mut sh = sh("yes | head -n 100000 >&2");
    let mut child = sh.stderr(Stdio::null()).spawn()?;
    ensure(child.wait()?.success() && child.stderr.is_none(), "a pipe")
}

fn test_stdout_stderr_pipe() -> Outcome {
    let (reader, writer) = pipe()?;
    let mut sh = sh(FRUIT);
    let mut child = sh.stdout(writer.try_clone()?).stderr(writer).spawn()?;
    drop(sh);
    let text = io::read_to_string(reader);
    ensure(child.wait()?.success(), "it failed")?;
    same(text?, "appleorange".into())
}

fn test_stdout_stderr_file() -> Outcome {
    let file = tempfile::tempfile()?;
    let (out, err) = (file.try_clone()?, file.try_clone()?);
    same(call(sh(FRUIT).stdout(out).stderr(err))?, 0)?;
    same(text_of(file)?, "appleorange".into())
}

fn test_stderr_redirect_with_no_stdout_redirect() -> Outcome {
    let text = on_stdout(|| same(call(sh(FRUIT).stderr(io::stdout()))?, 0))?;
    same(text, "appleorange".into())
}

fn test_stdout_filedes_of_stdout() -> Outcome {
    let text = on_stdout(|| {
        let stdout = io::stdout().as_fd().try_clone_to_owned()?;
        same(call(sh("printf apple").stdout(stdout))?, 0)
    })?;
    same(text, "apple".into())
}

/// CPython 3.13. Python's `STDOUT` is for `stderr`, and refused for `stdout`. In
/// Rust a name for it does not exist, and the stream itself is no mistake.
fn test_stdout_stdout() -> Outcome {
    let text =
        on_stdout(|| same(call(sh("printf apple").stdout(io::stdout()))?, 0))?;
    same(text, "apple".into())
}

// Row 55.

#[cfg(target_os = "linux")]
fn test_pipesizes() -> Outcome {
    let mut cat = Command::new("cat");
    cat.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut cat = cat.spawn()?;
    let set = |fd: Option<&dyn AsFd>| -> Answer<i32> {
        let fd = fd.ok_or("no pipe")?;
        fcntl(fd, FcntlArg::F_SETPIPE_SZ(4096))?;
        Ok(fcntl(fd, FcntlArg::F_GETPIPE_SZ)?)
    };
    let sizes = [
        set(cat.stdin.as_ref().map(|p| p as &dyn AsFd)),
        set(cat.stdout.as_ref().map(|p| p as &dyn AsFd)),
        set(cat.stderr.as_ref().map(|p| p as &dyn AsFd)),
    ];
    cat.wait()?;
    sizes.into_iter().try_for_each(|size| same(size?, 4096))
}

#[cfg(target_os = "linux")]
fn test_pipesize_default() -> Outcome {
    let (reader, _writer) = pipe()?;
    let default = fcntl(&reader, FcntlArg::F_GETPIPE_SZ)?;
    let cat = Command::new("cat")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let size =
        cat.stdout.as_ref().map(|out| fcntl(out, FcntlArg::F_GETPIPE_SZ));
    cat.wait_with_output()?;
    same(size, Some(Ok(default)))
}

// Rows 56 and 57: the environment, and what no program can be given.

const ENV: &str = "/usr/bin/env";

fn test_env() -> Outcome {
    let mut sh = sh("printf \"$FRUIT\"");
    same(out(sh.env("FRUIT", "orange"))?, "orange".into())?;
    let text = out(sh.env_clear().env("FRUIT", "pear"))?;
    same(text, "pear".into())?;
    let gone = std::env::var_os("HOME").is_some();
    let home = out(Command::new(ENV).env_remove("HOME"))?;
    ensure(gone && !home.contains("HOME="), "removed")
}

fn test_empty_env() -> Outcome {
    same(out(Command::new(ENV).env_clear())?, String::new())
}

/// CPython 3.13.
fn test_one_environment_variable() -> Outcome {
    let text = out(Command::new(ENV).env_clear().env("fruit", "banana"))?;
    same(text, "fruit=banana\n".into())
}

fn test_invalid_cmd() -> Outcome {
    for mut command in [Command::new("true\0"), sh("exit\x000")] {
        let error = refused(&mut command)?;
        same(error.kind(), ErrorKind::InvalidInput)?;
        let launched = launch(&mut command).map(|mut child| child.wait());
        let named = matches!(
            launched,
            Err(LaunchError::Program(..) | LaunchError::Argument(..))
        );
        ensure(named, "launched")?;
    }
    Ok(())
}

/// std passes on a name with a `=` in it, and the child finds another name. The
/// book's `launch` refuses it, as CPython does.
fn test_invalid_env() -> Outcome {
    for (name, value) in [("FRUIT\0VEGETABLE", "x"), ("FRUIT", "x\0y")] {
        let error = refused(Command::new("true").env(name, value))?;
        same(error.kind(), ErrorKind::InvalidInput)?;
    }
    let mut sh = sh("printf \"$FRUIT\"");
    sh.env("FRUIT=lemon", "cabbage");
    same(out(&mut sh)?, "lemon=cabbage".into())?;
    let launched = launch(&mut sh).map(|mut child| child.wait());
    let refused = matches!(launched, Err(LaunchError::Variable(..)));
    ensure(refused, "launched")?;
    let in_value = out(self::sh("printf \"$F\"").env("F", "orange=lemon"))?;
    same(in_value, "orange=lemon".into())
}

/// CPython does not ask this: which of its words keeps a program from running?
fn refusals() -> Outcome {
    type Word = fn(&mut Command) -> &mut Command;
    let words: [(Word, &str); 9] = [
        (|c| c.arg("a\0"), "cannot pass argument 2: nul byte found"),
        (|c| c.current_dir("a\0"), "cannot enter \"<string-with-nul>\": nul"),
        (
            |c| c.current_dir(NOWHERE),
            "cannot enter \"/nowhere/to/be/found\": No",
        ),
        (|c| c.env("", "1"), "cannot set \"\": its name is empty"),
        (|c| c.env("A=", "1"), "cannot set \"A=\": its name has a `=`"),
        (|c| c.env("A\0", "1"), "cannot set \"A\\0\": its name has a NUL"),
        (|c| c.env("A", "1\0"), "cannot set \"A\": its value has a NUL"),
        (|c| c.env("A", "1\0").current_dir(NOWHERE), "cannot set \"A\": its"),
        (|c| c.arg("<string-with-nul>").arg("a\0").arg("a\0"), "cannot pass"),
    ];
    let told = |error: &dyn Error| match error.source() {
        Some(reason) => format!("{error}: {reason}"),
        None => format!("{error}"),
    };
    let refused = |make: &dyn Fn() -> Command, text: &str| {
        let launched = launch(&mut make()).err().ok_or("launched")?;
        let checked = exceptions::check(&mut make(), LONG);
        let checked = checked.err().ok_or("checked")?;
        let run = Run::from(make()).timeout(LONG).run().err().ok_or("run")?;
        for error in [told(&launched), told(&checked), told(&run)] {
            let named = format!("{error}, not {text}");
            ensure(error.starts_with(text), &named)?;
        }
        no_child()
    };
    for (word, text) in words {
        let make = || {
            let mut echo = Command::new("echo");
            word(echo.arg("a")).stdout(Stdio::null());
            echo
        };
        refused(&make, text)?;
    }
    let text = "cannot run \"<string-with-nul>\": nul byte found";
    refused(&|| Command::new("a\0"), text)?;
    refused(
        &|| Command::new(NOWHERE),
        "cannot run \"/nowhere/to/be/found\": No",
    )?;
    // No such variable can be there, and taking it away is no mistake.
    let mut command = Command::new("true");
    command.env_remove("A=").env_remove("").env_remove("A\0");
    ensure(launch(&mut command)?.wait()?.success(), "removed")
}

// Rows 58 to 63: `communicate`.

fn piped(mut command: Command) -> io::Result<Child> {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    command.stderr(Stdio::piped()).spawn()
}

fn test_communicate_stdin() -> Outcome {
    let is_pear = sh(IS_PEAR).stdin(Stdio::piped()).spawn()?;
    same(communicate(is_pear, b"pear")?.status.code(), Some(0))
}

fn test_communicate_stdout() -> Outcome {
    let child = sh(FRUIT).stdout(Stdio::piped()).spawn()?;
    let output = communicate(child, b"")?;
    same((output.stdout, output.stderr), (b"apple".into(), vec![]))
}

fn test_communicate_stderr() -> Outcome {
    let child = sh(FRUIT).stderr(Stdio::piped()).spawn()?;
    let output = communicate(child, b"")?;
    same((output.stdout, output.stderr), (vec![], b"orange".into()))
}

fn test_communicate() -> Outcome {
    let output = communicate(piped(sh("cat; printf pear >&2"))?, b"banana")?;
    same(output.stdout, b"banana".into())?;
    same(output.stderr, b"pear".into())
}

/// What is no pipe is `None` in CPython, and empty here.
fn test_communicate_returns() -> Outcome {
    let output = communicate(sh("exit 47").spawn()?, b"")?;
    same((output.stdout, output.stderr), (vec![], vec![]))?;
    same(output.status.code(), Some(47))
}

/// Talks to a program until the time is up, opens its gate, and talks on.
fn talk_twice(
    script: &str,
    input: &[u8],
    time: Duration,
) -> Answer<[Vec<u8>; 3]> {
    let mut command = sh(script);
    let mut open = gate(&mut command)?;
    let child = piped(command)?;
    let mut child = Running { child, leads: false, ended: false };
    let mut pipes = Pipes::new(&mut child.child, input.into());
    let ended = pipes.talk(Some(Instant::now() + time))?;
    ensure(!ended, "it has ended behind the gate")?;
    open.write_all(b"\n")?;
    ensure(pipes.talk(None)?, "it has not ended")?;
    let status = child.wait(None)?.ok_or("no status")?;
    ensure(status.success(), &status.to_string())?;
    Ok(pipes.read)
}

fn test_communicate_timeout() -> Outcome {
    let script = "echo pineapple >&2; read x <$GATE; echo pear >&2; cat";
    let [_, stdout, stderr] = talk_twice(script, b"banana", NOW)?;
    same(stdout, b"banana".into())?;
    same(stderr, b"pineapple\npear\n".into())
}

fn test_communicate_timeout_large_output() -> Outcome {
    let script = "p() { yes 1234567 | head -n 8192; }; p; read x <$GATE; p; p";
    let [_, stdout, _] = talk_twice(script, b"", SOON)?;
    same(stdout.len(), 3 << 16)
}

fn test_communicate_pipe_buf() -> Outcome {
    let script = "yes pineapple | head -n 100000 >&2; cat";
    let input = vec![b'a'; MUCH];
    let output = communicate(piped(sh(script))?, &input)?;
    ensure(output.stdout == input, "communicate")?;
    same(output.stderr.len(), 1_000_000)?;
    let done = Run::from(sh(script)).input(input.clone()).capture().run()?;
    ensure(done.stdout == input, "run")?;
    same(done.stderr.len(), 1_000_000)
}

fn test_writes_before_communicate() -> Outcome {
    let mut child = piped(Command::new("cat"))?;
    child.stdin.as_mut().ok_or("no pipe")?.write_all(b"banana")?;
    let output = communicate(child, b"split")?;
    same(output.stdout, b"bananasplit".into())
}

fn test_communicate_epipe() -> Outcome {
    let input = vec![b'x'; 1 << 20];
    let output = communicate(piped(Command::new("true"))?, &input)?;
    ensure(output.status.success(), "communicate")?;
    let done = Run::new("true").input(input.clone()).capture().run()?;
    same(done.returncode(), 0)?;
    let mut child = piped(Command::new("true"))?;
    let talked = communicate::talk(&mut child, &input);
    child.wait()?;
    same(talked?, vec![])
}

/// CPython has waited for the child before. So does Rust's `Child`, which closes
/// the pipe then; here another call waits, and the pipe stays.
fn test_communicate_epipe_only_stdin() -> Outcome {
    let input = vec![b'x'; 1 << 20];
    let child = Command::new("true").stdin(Stdio::piped()).spawn()?;
    ended(&child)?;
    ensure(communicate(child, &input)?.status.success(), "communicate")?;

    let mut child = Command::new("true").stdin(Stdio::piped()).spawn()?;
    child.wait()?;
    ensure(child.stdin.is_none(), "wait closes it")?;
    ensure(communicate(child, &input)?.status.success(), "after wait")
}

/// Waits for the child's end, and leaves its status to others.
fn ended(child: &Child) -> Outcome {
    await_change(child, libc::WEXITED | libc::WNOWAIT)
}

fn await_change(child: &Child, flags: i32) -> Outcome {
    // SAFETY: the structure has no invariants, and the call fills it in.
    let done = unsafe {
        let mut info = std::mem::zeroed();
        libc::waitid(libc::P_PID, child.id(), &mut info, flags)
    };
    Errno::result(done)?;
    Ok(())
}

extern "C" fn ignore(_: i32) {}

fn test_communicate_eintr() -> Outcome {
    // SAFETY: the handler does nothing.
    unsafe { signal(Signal::SIGUSR1, SigHandler::Handler(ignore)) }?;
    let script = "kill -USR1 $PPID; kill -USR1 $PPID; cat";
    let output = communicate(piped(sh(script))?, b"pear")?;
    same(output.stdout, b"pear".into())?;
    let done = Run::from(sh(script)).input("pear").capture().run()?;
    same(done.stdout, b"pear".into())
}

// Row 65: `poll` and `wait`.

fn test_poll() -> Outcome {
    let mut cat = Command::new("cat").stdin(Stdio::piped()).spawn()?;
    let running = cat.try_wait();
    drop(cat.stdin.take());
    ended(&cat)?;
    let code = |status: Option<ExitStatus>| status.and_then(|s| s.code());
    same(running?, None)?;
    same(code(cat.try_wait()?), Some(0))?;
    same(code(cat.try_wait()?), Some(0))
}

fn test_wait() -> Outcome {
    let mut child = sh("exit 3").spawn()?;
    same(child.wait()?.code(), Some(3))?;
    same(child.wait()?.code(), Some(3))
}

fn test_wait_timeout() -> Outcome {
    let mut cat = Command::new("cat").stdin(Stdio::piped()).spawn()?;
    let early = [
        timeout::wait_timeout(&mut cat, NOW),
        timeout::wait_looping(&mut cat, NOW),
        timeout::wait_timeout(&mut cat, Duration::ZERO),
    ];
    drop(cat.stdin.take());
    let late = timeout::wait_timeout(&mut cat, LONG)?;
    same(late.and_then(|status| status.code()), Some(0))?;
    same(timeout::wait_looping(&mut cat, LONG)?, late)?;
    early.into_iter().try_for_each(|status| same(status?, None))
}

// Row 68.

fn test_file_not_found_includes_filename() -> Outcome {
    let error = refused(&mut Command::new(NOWHERE))?;
    ensure(!error.to_string().contains(NOWHERE), "std has learnt it")?;
    match launch(&mut Command::new(NOWHERE)) {
        Err(LaunchError::Program(name, _)) => same(name, NOWHERE.into())?,
        other => return Err(format!("{other:?}").into()),
    }
    match Run::new(NOWHERE).run() {
        Err(RunError::Launch(LaunchError::Program(name, _))) => {
            same(name, NOWHERE.into())
        }
        other => Err(format!("{other:?}").into()),
    }
}

fn test_file_not_found_with_bad_cwd() -> Outcome {
    match launch(Command::new("true").current_dir(NOWHERE)) {
        Err(LaunchError::Directory(name, _)) => same(name, NOWHERE.into())?,
        other => return Err(format!("{other:?}").into()),
    }
    match Run::new("true").current_dir(NOWHERE).run() {
        Err(RunError::Launch(LaunchError::Directory(name, _))) => {
            same(name, NOWHERE.into())
        }
        other => Err(format!("{other:?}").into()),
    }
}

// Rows 70 and 71: `run`.

fn run_returncode() -> Outcome {
    same(Run::from(sh("exit 47")).run()?.returncode(), 47)
}

fn run_check() -> Outcome {
    same(failed(sh("exit 47").into())?.returncode(), 47)
}

fn run_check_zero() -> Outcome {
    same(Run::from(sh("exit 0")).check().run()?.returncode(), 0)
}

fn run_timeout() -> Outcome {
    let busy = sh("while :; do :; done");
    timed_out(busy.into(), Duration::from_micros(100)).map(drop)
}

fn run_capture_stdout() -> Outcome {
    same(Run::from(sh(FRUIT)).capture().run()?.stdout, b"apple".into())
}

fn run_capture_stderr() -> Outcome {
    same(Run::from(sh(FRUIT)).capture().run()?.stderr, b"orange".into())
}

fn run_check_output_stdin_arg() -> Outcome {
    let mut cat = Command::new("cat");
    cat.stdin(file_with("pear")?);
    same(Run::from(cat).capture().run()?.stdout, b"pear".into())
}

/// All that `Command` can be told is as good as a keyword argument.
fn run_kwargs() -> Outcome {
    let mut sh = sh("test \"$FRUIT\" = banana && exit 33");
    sh.env("FRUIT", "banana");
    same(Run::from(sh).run()?.returncode(), 33)
}

/// CPython refuses a path when a shell is to run it. With `Command` a shell's
/// script is an argument, and a path is as good as any.
fn run_with_pathlike_path() -> Outcome {
    in_folder(|folder| {
        symlink("/bin/sh", folder.join("my sh"))?;
        let run = Run::new(folder.join("my sh")).input("exit 47");
        same(run.run()?.returncode(), 47)
    })
}

fn run_with_bytes_path_and_arguments() -> Outcome {
    let bytes: [&[u8]; 2] = [b"-c", b"exit 57"];
    let sh = Run::new(OsStr::from_bytes(b"/bin/sh"));
    let sh = bytes.iter().fold(sh, |sh, b| sh.arg(OsStr::from_bytes(b)));
    same(sh.run()?.returncode(), 57)
}

fn run_with_pathlike_path_and_arguments() -> Outcome {
    let sh = Run::new(Path::new("/bin/sh")).arg("-c").arg("exit 57");
    same(sh.run()?.returncode(), 57)
}

fn run_with_an_empty_env() -> Outcome {
    let mut sh = sh("exit 57");
    sh.env_clear();
    same(Run::from(sh).run()?.returncode(), 57)
}

fn run_capture_output() -> Outcome {
    let done = Run::from(sh(FRUIT)).capture().run()?;
    same((done.stdout, done.stderr), (b"apple".into(), b"orange".into()))
}

/// As with `stdout`.
fn run_stderr_with_capture_output_arg() -> Outcome {
    let file = tempfile::tempfile()?;
    let mut command = sh(FRUIT);
    command.stderr(file.try_clone()?);
    let done = Run::from(command).capture().run()?;
    same(done.stderr, b"orange".into())?;
    same(text_of(file)?, String::new())
}

/// CPython leaves the grandchild to itself. Here it is ended with the child.
fn run_with_shell_timeout_and_capture_output() -> Outcome {
    let start = Instant::now();
    with_orphans(|| {
        let late = Run::from(sh("sleep 60; :")).capture().timeout(NOW).run();
        let late = matches!(late, Err(RunError::TimedOut { .. }));
        ensure(late, "it was in time")
    })?;
    ensure(start.elapsed() < LONG / 2, "it waits for the grandchild")
}

/// A grandchild in a group of its own is not in the one that is killed. It holds
/// the pipe, and nobody waits for it.
#[cfg(target_os = "linux")]
fn escapes() -> Outcome {
    nix::sys::prctl::set_child_subreaper(true)?;
    let leave = || {
        let own = Pid::from_raw(0);
        // SAFETY: only system calls follow in the child, and then a program.
        let fork = unsafe { nix::unistd::fork() }?;
        let nix::unistd::ForkResult::Parent { child } = fork else {
            let args = [c"sleep".as_ptr(), c"60".as_ptr(), std::ptr::null()];
            let left = nix::unistd::setpgid(own, own);
            // SAFETY: the list ends with a null, and `_exit` asks for nothing.
            unsafe {
                if left.is_ok() {
                    libc::execvp(args[0], args.as_ptr());
                }
                libc::_exit(127)
            }
        };
        // By whoever comes first. The call fails for one that runs `sleep`.
        let _ = nix::unistd::setpgid(child, child);
        Ok(())
    };
    let mut command = sh("exec sleep 60");
    // SAFETY: as above.
    unsafe { command.pre_exec(leave) };
    let start = Instant::now();
    let late = Run::from(command).capture().timeout(NOW).run();
    let late = matches!(late, Err(RunError::TimedOut { .. }));
    ensure(late, "it was in time")?;
    ensure(start.elapsed() < LONG / 2, "it waits for the pipe")?;
    same(waitpid(None, Some(WaitPidFlag::WNOHANG))?, WaitStatus::StillAlive)?;
    for pid in children_of_this_process()? {
        kill(Pid::from_raw(pid), Signal::SIGTERM)?;
    }
    let ended = nix::sys::wait::wait()?;
    let terminated =
        matches!(ended, WaitStatus::Signaled(_, Signal::SIGTERM, _));
    ensure(terminated, &format!("{ended:?}"))
}

/// Waits for the grandchildren that `act` leaves. Each was killed.
#[cfg(target_os = "linux")]
pub fn with_orphans(act: impl FnOnce() -> Outcome) -> Outcome {
    nix::sys::prctl::set_child_subreaper(true)?;
    let acted = act();
    nix::sys::prctl::set_child_subreaper(false)?;
    acted?;
    loop {
        match nix::sys::wait::wait() {
            Ok(WaitStatus::Signaled(_, Signal::SIGKILL, _)) => {}
            Err(Errno::EINTR) => {}
            Err(Errno::ECHILD) => return Ok(()),
            other => return Err(format!("it is left: {other:?}").into()),
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub fn with_orphans(act: impl FnOnce() -> Outcome) -> Outcome {
    act()
}

// Rows 72 and 73: errors of the child before it is a program.

fn is_enoent(error: &io::Error) -> Outcome {
    same(errno(error), Some(Errno::ENOENT))
}

fn test_exception_cwd() -> Outcome {
    let error = std::env::set_current_dir(NOWHERE);
    is_enoent(&error.err().ok_or("entered")?)?;
    is_enoent(&refused(Command::new("true").current_dir(NOWHERE))?)
}

fn test_exception_bad_executable() -> Outcome {
    is_enoent(&refused(&mut named(NOWHERE, "/bin/sh", ""))?)
}

fn test_exception_bad_args_0() -> Outcome {
    is_enoent(&refused(&mut Command::new(NOWHERE))?)?;
    let error = fork_and_exec::spawn(&[CString::new(NOWHERE)?]);
    is_enoent(&error.err().ok_or("spawned")?)?;
    no_child()
}

/// The error pipe that the book builds, beside std's own: what `exec` says in
/// the child is what the parent is told.
fn test_exception_errpipe_normal() -> Outcome {
    let folder = tempfile::tempdir()?;
    let looped = folder.path().join("loop");
    symlink(&looped, &looped)?;
    let plain = folder.path().join("plain");
    fs::write(&plain, "")?;
    let too_long = Path::new("/").join("x".repeat(300));
    for (program, expected) in [
        (looped.as_path(), Errno::ELOOP),
        (&plain, Errno::EACCES),
        (folder.path(), Errno::EACCES),
        (&too_long, Errno::ENAMETOOLONG),
    ] {
        let name = CString::new(program.as_os_str().as_bytes())?;
        let built = fork_and_exec::spawn(&[name]).err().ok_or("spawned")?;
        same(errno(&built), Some(expected))?;
        let std = refused(&mut Command::new(program))?;
        same(errno(&std), Some(expected))?;
    }
    no_child()?;
    let child = fork_and_exec::spawn(&[c"true".into()])?;
    waitpid(child, None)?;
    no_child()
}

// Rows 74 to 77: what the child is.

#[cfg(target_os = "linux")]
fn test_restore_signals() -> Outcome {
    let ignored = |status: &str| -> Answer<u64> {
        let mut lines = status.lines();
        let line = lines.find_map(|line| line.strip_prefix("SigIgn:"));
        Ok(u64::from_str_radix(line.ok_or("no line")?.trim(), 16)?)
    };
    let bit = 1 << (Signal::SIGPIPE as u32 - 1);
    let here = ignored(&fs::read_to_string("/proc/self/status")?)?;
    let there = ignored(&out(Command::new("cat").arg("/proc/self/status"))?)?;
    same((here & bit, there & bit), (bit, 0))
}

fn test_start_new_session() -> Outcome {
    let mut cat = Command::new("cat");
    // SAFETY: `setsid` is a system call.
    unsafe { cat.pre_exec(|| Ok(setsid().map(drop)?)) };
    let mut cat = cat.stdin(Stdio::piped()).spawn()?;
    let (pid, session) = (pid(&cat), getsid(Some(pid(&cat))));
    cat.wait()?;
    ensure(session != getsid(None), "the same session")?;
    same(session, Ok(pid))
}

fn test_process_group_0() -> Outcome {
    let mut cat = Command::new("cat");
    let mut cat = cat.process_group(0).stdin(Stdio::piped()).spawn()?;
    let (pid, group) = (pid(&cat), getpgid(Some(pid(&cat))));
    cat.wait()?;
    ensure(group != getpgid(None), "the same group")?;
    same(group, Ok(pid))
}

const NOBODY: u32 = 65534;

/// Runs `id`, unless this user may not change to that one.
fn id(
    option: &str,
    set: impl Fn(&mut Command) -> &mut Command,
) -> Answer<Option<String>> {
    let mut id = Command::new("id");
    id.arg(option);
    set(&mut id);
    let output = user_and_group::allowed(&mut id)?;
    let text = output.map(|output| String::from_utf8(output.stdout));
    let text = text.transpose()?.map(|text| text.trim_end().to_owned());
    ensure(text.is_some() || !Uid::effective().is_root(), "root may not")?;
    Ok(text)
}

fn either(text: Option<String>, expected: &str) -> Outcome {
    text.map_or(Ok(()), |text| same(text.as_str(), expected))
}

fn test_user() -> Outcome {
    let me = Uid::effective();
    same(id("-u", |id| id.uid(me.as_raw()))?, Some(me.to_string()))?;
    either(id("-u", |id| id.uid(NOBODY))?, "65534")
}

/// A number below zero is no `u32`. The one number that no user can have, which
/// `setuid` takes for an error, is refused by the system.
fn test_user_error() -> Outcome {
    let error = refused(Command::new("true").uid(u32::MAX))?;
    same(errno(&error), Some(Errno::EINVAL))
}

fn test_group() -> Outcome {
    let mine = Gid::effective();
    same(id("-g", |id| id.gid(mine.as_raw()))?, Some(mine.to_string()))?;
    either(id("-g", |id| id.gid(NOBODY))?, "65534")
}

fn test_group_error() -> Outcome {
    let error = refused(Command::new("true").gid(u32::MAX))?;
    same(errno(&error), Some(Errno::EINVAL))
}

#[cfg(target_os = "linux")]
fn with_groups(command: &mut Command, groups: Vec<Gid>) -> &mut Command {
    // SAFETY: `setgroups` is a system call, and the list is made.
    unsafe { command.pre_exec(move || Ok(nix::unistd::setgroups(&groups)?)) }
}

/// The groups are those given, and the group that the process has.
#[cfg(target_os = "linux")]
fn test_extra_groups() -> Outcome {
    let mine = Gid::effective();
    let expected = format!("{mine} 4 20");
    let groups = [4, 20].map(Gid::from_raw);
    either(id("-G", |id| with_groups(id, groups.into()))?, &expected)
}

/// CPython 3.12. An empty list is one, and nothing is kept.
#[cfg(target_os = "linux")]
fn test_extra_groups_empty_list() -> Outcome {
    let mine = Gid::effective().to_string();
    if !Uid::effective().is_root() {
        return Ok(());
    }
    nix::unistd::setgroups(&[4, 20].map(Gid::from_raw))?;
    either(id("-G", |id| with_groups(id, vec![]))?, &mine)?;
    // Without a list std keeps them, unless it changes root's user.
    let kept = id("-G", |id| id.gid(NOBODY))?;
    either(kept, "65534 4 20")?;
    either(id("-G", |id| id.uid(NOBODY))?, &mine)
}

/// A group is a `u32`, and a list of them is no string.
#[cfg(target_os = "linux")]
fn test_extra_groups_error() -> Outcome {
    if !Uid::effective().is_root() {
        return Ok(());
    }
    let mut command = Command::new("true");
    with_groups(&mut command, vec![Gid::from_raw(u32::MAX)]);
    same(errno(&refused(&mut command)?), Some(Errno::EINVAL))
}

fn test_umask() -> Outcome {
    in_folder(|folder| {
        let mut sh = sh(">file");
        let mask = Mode::from_bits_truncate(0o053);
        // SAFETY: `umask` is a system call.
        unsafe {
            sh.pre_exec(move || {
                umask(mask);
                Ok(())
            })
        };
        same(call(sh.current_dir(folder))?, 0)?;
        let mode = folder.join("file").metadata()?.permissions().mode();
        same(mode & 0o777, 0o624)
    })
}

// Row 78: the words for an end.

fn test_run_abort() -> Outcome {
    same(call(&mut sh("ulimit -c 0; kill -ABRT $$"))?, -6)
}

fn words(raw: i32) -> String {
    let status = ExitStatus::from_raw(raw);
    let program = "cake".into();
    let (stdout, stderr) = (vec![], vec![]);
    RunError::Failed(Done { program, status, stdout, stderr }).to_string()
}

fn str_signal() -> Outcome {
    same(words(6).as_str(), "cake failed, signal: 6 (SIGABRT)")
}

/// A status has seven bits for a signal, and Linux knows no number 99.
fn str_unknown_signal() -> Outcome {
    same(words(99).as_str(), "cake failed, signal: 99")
}

fn str_non_zero() -> Outcome {
    same(words(2 << 8).as_str(), "cake failed, exit status: 2")
}

// Row 79: between fork and exec.

fn failing(errno: Errno) -> Command {
    let mut command = Command::new("true");
    // SAFETY: a number is made into an error, without an allocation.
    unsafe { command.pre_exec(move || Err(errno.into())) };
    command
}

fn test_preexec() -> Outcome {
    let (mut told, tell) = pipe()?;
    let mut command = Command::new("true");
    let write = move || Ok(nix::unistd::write(&tell, b"apple").map(drop)?);
    // SAFETY: `write` is a system call.
    unsafe { command.pre_exec(write) };
    same(call(&mut command)?, 0)?;
    drop(command);
    let mut text = String::new();
    told.read_to_string(&mut text)?;
    same(text.as_str(), "apple")
}

/// An exception in CPython is an error in `spawn` here, if it has a number. A
/// panic is none: the child is started, and aborts.
fn test_preexec_exception() -> Outcome {
    let error = refused(&mut failing(Errno::EDOM))?;
    same(errno(&error), Some(Errno::EDOM))?;
    let mut command = Command::new("true");
    let end = || {
        setrlimit(Resource::RLIMIT_CORE, 0, 0)?;
        panic!("no oven")
    };
    // SAFETY: it ends the child, on purpose.
    unsafe { command.pre_exec(end) };
    same(call(command.stderr(Stdio::null()))?, -6)
}

/// If a descriptor were closed twice, a file opened in between would be lost.
fn test_preexec_errpipe_does_not_double_close_pipes() -> Outcome {
    let before = descriptors();
    let error = piped(failing(Errno::EDOM)).err().ok_or("started")?;
    same(errno(&error), Some(Errno::EDOM))?;
    same(descriptors(), before.clone())?;
    let files: Vec<File> =
        (0..8).map(|_| File::open("/dev/null")).collect::<Result<_, _>>()?;
    piped(failing(Errno::EDOM)).err().ok_or("started")?;
    for file in &files {
        fcntl(file, FcntlArg::F_GETFD)?;
    }
    drop(files);
    same(descriptors(), before)?;
    no_child()
}

/// A user who may have no further process: `fork` fails, and nothing is left.
#[cfg(target_os = "linux")]
fn test_preexec_fork_failure() -> Outcome {
    in_a_child(|| {
        if Uid::effective().is_root() {
            nix::unistd::setuid(Uid::from_raw(NOBODY))?;
        }
        setrlimit(Resource::RLIMIT_NPROC, 0, 0)?;
        let before = descriptors();
        let again = Some(Errno::EAGAIN);
        same(errno(&refused(&mut Command::new("true"))?), again)?;
        let error = refused(&mut failing(Errno::EDOM))?;
        same(errno(&error), again)?;
        let built = fork_and_exec::spawn(&[c"true".into()]);
        same(errno(&built.err().ok_or("spawned")?), again)?;
        let run = Run::new("cat").input("x").capture().run();
        let told =
            matches!(run, Err(RunError::Launch(LaunchError::Program(..))));
        ensure(told, &format!("{run:?}"))?;
        same(descriptors(), before)
    })
}

/// CPython 3.13, by `strace`, which says nothing here if it is missing. std has
/// `posix_spawn` wait in the child's place (`CLONE_VFORK`), until a closure asks
/// for a `fork`.
#[cfg(target_os = "linux")]
fn test_vfork_used_when_expected() -> Outcome {
    let missing = Command::new("strace").arg("-V").output().is_err();
    if missing && std::env::var_os("CI").is_none() {
        return Ok(());
    }
    let trace = tempfile::NamedTempFile::new()?;
    let me = std::env::current_exe()?;
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-e", "trace=fork,vfork,clone,clone3", "-o"]);
    strace.arg(trace.path()).arg(me).args(["--case", TWO_ENGINES]);
    same(call(&mut strace)?, 0)?;
    let text = fs::read_to_string(trace.path())?;
    let calls: Vec<bool> = text
        .lines()
        .filter(|line| !line.contains("CLONE_THREAD"))
        .filter(|line| line.contains("clone") || line.contains("fork("))
        .filter(|line| !line.contains("resumed"))
        .map(|line| line.contains("VFORK") || line.contains("vfork("))
        .collect();
    ensure(calls == [true, false], &text)
}

const TWO_ENGINES: &str = "two engines";
/// What a case runs as a program of its own.
pub const HELPERS: &[Case] = &[(TWO_ENGINES, two_engines)];

/// One program started each way: by `posix_spawn`, and by `fork` and `exec`.
fn two_engines() -> Outcome {
    same(call(&mut Command::new("true"))?, 0)?;
    let mut command = Command::new("true");
    // SAFETY: nothing is done.
    unsafe { command.pre_exec(|| Ok(())) };
    same(call(&mut command)?, 0)
}

// Row 80: scripts and shells.

fn test_args_string() -> Outcome {
    in_folder(|folder| {
        let script = folder.join("script");
        fs::write(&script, "#!/bin/sh\nexit 47\n")?;
        fs::set_permissions(&script, Permissions::from_mode(0o700))?;
        same(call(&mut Command::new(&script))?, 47)
    })
}

/// What follows the script in CPython's list are the shell's `$0`, `$1` and so
/// on. In Rust the whole list is written down.
fn test_shell_sequence() -> Outcome {
    let mut sh = sh("printf \"$FRUIT $0 $1\"");
    let text = out(sh.env("FRUIT", "apple").args(["and", "pear"]))?;
    same(text, "apple and pear".into())
}

fn test_shell_string() -> Outcome {
    let mut sh = sh("printf \"$FRUIT\"");
    same(out(sh.env("FRUIT", "apple"))?, "apple".into())
}

fn test_specific_shell() -> Outcome {
    for folder in ["/bin", "/usr/bin", "/usr/local/bin"] {
        for name in ["sh", "bash", "ksh", "dash"] {
            let shell = Path::new(folder).join(name);
            if shell.is_file() {
                let mut command = Command::new(&shell);
                let said = out(command.args(["-c", "echo $0"]))?;
                same(Path::new(said.trim_end()), &shell)?;
            }
        }
    }
    Ok(())
}

// Row 81: signals.

/// As the page of `Popen` has it: a child that was waited for has no PID.
fn send(child: &mut Child, signal: Signal) -> Outcome {
    if child.try_wait()?.is_none() {
        kill(pid(child), signal)?;
    }
    Ok(())
}

fn test_send_signal() -> Outcome {
    let status = with_cat(|cat| {
        send(cat, Signal::SIGINT)?;
        ended(cat)
    })?;
    same(returncode(&status), -2)
}

fn test_kill() -> Outcome {
    let status = with_cat(|cat| {
        cat.kill()?;
        ended(cat)
    })?;
    same(returncode(&status), -9)
}

fn test_terminate() -> Outcome {
    let status = with_cat(|cat| {
        send(cat, Signal::SIGTERM)?;
        ended(cat)
    })?;
    same(returncode(&status), -15)
}

/// No error before the child was waited for, and none after it.
fn dead(end: impl Fn(&mut Child) -> Outcome) -> Outcome {
    let mut child = sh("exit 3").spawn()?;
    ended(&child)?;
    end(&mut child)?;
    same(child.wait()?.code(), Some(3))?;
    end(&mut child)?;
    same(child.wait()?.code(), Some(3))
}

fn test_send_signal_dead() -> Outcome {
    dead(|child| send(child, Signal::SIGINT))
}

fn test_kill_dead() -> Outcome {
    dead(|child| Ok(child.kill()?))
}

fn test_terminate_dead() -> Outcome {
    dead(|child| send(child, Signal::SIGTERM))
}

// Rows 82 and 84.

/// Programs are run while this process has no descriptors of these numbers, so
/// that its pipes get them.
fn std_closed(fds: &[RawFd]) -> Outcome {
    let mut saved = Vec::new();
    for &fd in fds {
        // SAFETY: the copy belongs to nobody else, and nobody uses `fd` until
        // it is back.
        unsafe {
            let copy = libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, 100);
            saved.push((fd, OwnedFd::from_raw_fd(Errno::result(copy)?)));
            Errno::result(libc::close(fd))?;
        }
    }
    let output = sh(FRUIT).output();
    let run = Run::from(sh(FRUIT)).capture_merged().run();
    let cat = piped(Command::new("cat")).and_then(|cat| communicate(cat, b"x"));
    for (fd, copy) in &saved {
        // SAFETY: both are open, and nobody owns the number `fd`.
        Errno::result(unsafe { libc::dup2(copy.as_raw_fd(), *fd) })?;
    }
    let output = output?;
    same(output.stdout, b"apple".into())?;
    same(output.stderr, b"orange".into())?;
    same(run?.stdout, b"appleorange".into())?;
    same(cat?.stdout, b"x".into())
}

fn test_surrogates_error_message() -> Outcome {
    let name = OsStr::from_bytes(b"no\x80such");
    let error = launch(&mut Command::new(name)).err().ok_or("launched")?;
    ensure(error.to_string().contains(r"no\x80such"), &error.to_string())
}

fn test_undecodable_env() -> Outcome {
    let value = OsStr::from_bytes(b"caf\xe9");
    let output = sh("printf \"$DRINK\"").env("DRINK", value).output()?;
    same(output.stdout, b"caf\xe9".into())?;
    let name = OsStr::from_bytes(b"caf\xe9");
    let output = Command::new(ENV).env_clear().env(name, "hot").output()?;
    same(output.stdout, b"caf\xe9=hot\n".into())
}

fn test_bytes_program() -> Outcome {
    for name in [&b"/bin/sh"[..], b"sh"] {
        let mut sh = Command::new(OsStr::from_bytes(name));
        sh.args(["-c", "exit 47"]).env("PATH", "/bin:/usr/bin");
        same(call(&mut sh)?, 47)?;
    }
    Ok(())
}

// Rows 85 to 87: descriptors.

/// Does a program that is started by this command find the descriptor open?
fn finds(command: &mut Command, fd: RawFd) -> Answer<bool> {
    let path = format!("/dev/fd/{fd}");
    Ok(command.args(["-e", &path]).status()?.success())
}

fn leaks(fd: RawFd) -> Answer<bool> {
    finds(&mut Command::new("test"), fd)
}

fn test_pipe_cloexec() -> Outcome {
    let mut found = vec![];
    let mut cat = piped(Command::new("cat"))?;
    let fds = [
        cat.stdin.as_ref().map(AsRawFd::as_raw_fd),
        cat.stdout.as_ref().map(AsRawFd::as_raw_fd),
        cat.stderr.as_ref().map(AsRawFd::as_raw_fd),
    ];
    for fd in fds.into_iter().flatten() {
        found.push(leaks(fd));
    }
    drop(cat.stdin.take());
    cat.wait()?;
    let found: Vec<bool> = found.into_iter().collect::<Result<_, _>>()?;
    same(found, vec![false; 3])
}

/// The first program ends although the second one was started after it.
fn test_pipe_cloexec_real_tools() -> Outcome {
    let mut cat = Command::new("cat")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let from_cat = cat.stdout.take().ok_or("no pipe")?;
    let grep = Command::new("grep")
        .arg("b")
        .stdin(from_cat)
        .stdout(Stdio::piped())
        .spawn();
    let written = cat.stdin.take().ok_or("no pipe")?.write_all(b"a\nb\nc\n");
    let output = grep?.wait_with_output()?;
    ensure(cat.wait()?.success(), "cat")?;
    written?;
    same(output.stdout, b"b\n".into())
}

/// Python's `close_fds`, as the page of it has it.
#[cfg(target_os = "linux")]
fn closing(command: &mut Command) -> &mut Command {
    let close = || {
        let flag = libc::CLOSE_RANGE_CLOEXEC;
        // SAFETY: the call takes three numbers and touches no memory.
        let done =
            unsafe { libc::syscall(libc::SYS_close_range, 3, !0u32, flag) };
        Ok(Errno::result(done).map(drop)?)
    };
    // SAFETY: a bare system call.
    unsafe { command.pre_exec(close) }
}

/// A descriptor that every program inherits, as C code leaves them.
#[cfg(target_os = "linux")]
fn leaky() -> Answer<OwnedFd> {
    let fd = OwnedFd::from(File::open("/dev/null")?);
    fcntl(&fd, FcntlArg::F_SETFD(FdFlag::empty()))?;
    Ok(fd)
}

/// std closes no descriptor that is not its own; `close_fds` is a closure.
#[cfg(target_os = "linux")]
fn test_close_fds() -> Outcome {
    let fds: Vec<OwnedFd> =
        (0..5).map(|_| leaky()).collect::<Result<_, _>>()?;
    for fd in &fds {
        ensure(leaks(fd.as_raw_fd())?, "it does not leak")?;
        let found = finds(closing(&mut Command::new("test")), fd.as_raw_fd())?;
        ensure(!found, "it is not closed")?;
    }
    for fd in 0..3 {
        let found = finds(closing(&mut Command::new("test")), fd)?;
        ensure(found, "a standard stream is closed")?;
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn test_close_fds_when_max_fd_is_lowered() -> Outcome {
    let fds: Vec<OwnedFd> =
        (0..40).map(|_| leaky()).collect::<Result<_, _>>()?;
    let last = fds.last().map(AsRawFd::as_raw_fd).ok_or("none")?;
    let path = format!("/dev/fd/{last}");
    drop(fds.into_iter().take(20).collect::<Vec<_>>());
    let fd = leaky()?;
    let high = fcntl(&fd, FcntlArg::F_DUPFD(200))?;
    // SAFETY: the copy is new.
    let _high = unsafe { OwnedFd::from_raw_fd(high) };
    let (_, hard) = nix::sys::resource::getrlimit(Resource::RLIMIT_NOFILE)?;
    setrlimit(Resource::RLIMIT_NOFILE, 29, hard)?;
    ensure(leaks(high)?, "it does not leak")?;
    let found = finds(closing(&mut Command::new("test")), high)?;
    ensure(!found, "it is above the limit, and left open")?;
    let found = closing(Command::new("test").args(["-e", &path])).status()?;
    ensure(!found.success(), "the last one")
}

/// Closures run in the order in which they were added.
#[cfg(target_os = "linux")]
fn test_close_fds_after_preexec() -> Outcome {
    let fd = File::open("/dev/null")?;
    let number = fd.as_raw_fd();
    let open =
        move || Ok(fcntl(&fd, FcntlArg::F_SETFD(FdFlag::empty())).map(drop)?);
    let mut test = Command::new("test");
    // SAFETY: `fcntl` is a system call.
    unsafe { test.pre_exec(open) };
    ensure(!finds(closing(&mut test), number)?, "not closed")
}

fn test_pass_fds() -> Outcome {
    let ends: Vec<_> = (0..3).map(|_| pipe()).collect::<Result<Vec<_>, _>>()?;
    let ends = ends.into_iter().flat_map(|(reader, writer)| {
        [OwnedFd::from(reader), OwnedFd::from(writer)]
    });
    let ends: Vec<_> = ends.map(Arc::new).collect();
    for given in &ends {
        for fd in &ends {
            let mut test = Command::new("test");
            pass(&mut test, given.clone());
            let found = finds(&mut test, fd.as_raw_fd())?;
            same(found, Arc::ptr_eq(fd, given))?;
        }
    }
    Ok(())
}

fn test_pass_fds_inheritable() -> Outcome {
    let (reader, writer) = pipe()?;
    fcntl(&writer, FcntlArg::F_SETFD(FdFlag::empty()))?;
    for (fd, inheritable) in
        [(OwnedFd::from(reader), false), (OwnedFd::from(writer), true)]
    {
        let fd = Arc::new(fd);
        let mut test = Command::new("test");
        pass(&mut test, fd.clone());
        ensure(finds(&mut test, fd.as_raw_fd())?, "not passed")?;
        same(inherits(&fd)?, inheritable)?;
    }
    Ok(())
}

/// A descriptor that is passed may be the standard output, too.
fn test_pass_fds_redirected() -> Outcome {
    let (reader, writer) = pipe()?;
    let mut sh = sh("printf apple >$GIVEN; printf orange");
    sh.env("GIVEN", format!("/dev/fd/{}", writer.as_raw_fd()));
    sh.stdout(writer.try_clone()?);
    pass(&mut sh, writer);
    same(call(&mut sh)?, 0)?;
    drop(sh);
    same(io::read_to_string(reader)?, "appleorange".into())
}

// Rows 89 to 94.

/// CPython takes 0 for a status that is lost. Here it is an error, because a
/// program that failed would else be one that did not.
fn test_wait_when_sigchild_ignored() -> Outcome {
    // SAFETY: no handler is replaced.
    unsafe { signal(Signal::SIGCHLD, SigHandler::SigIgn) }?;
    let lost = Some(Errno::ECHILD);
    let waited = Command::new("false").spawn()?.wait();
    same(errno(&waited.err().ok_or("wait")?), lost)?;
    let output = Command::new("false").output();
    same(errno(&output.err().ok_or("output")?), lost)?;
    let communicated = communicate(piped(Command::new("false"))?, b"");
    same(errno(&communicated.err().ok_or("communicate")?), lost)?;
    match Run::new("false").run() {
        Err(RunError::Lost { source, .. }) => same(errno(&source), lost),
        other => Err(format!("{other:?}").into()),
    }
}

/// Nothing is buffered on this side, so a pipe can be asked.
fn test_select_unbuffered() -> Outcome {
    let mut cat = piped(sh("printf apple; cat"))?;
    let mut out = cat.stdout.take().ok_or("no pipe")?;
    let readable = |out: &std::process::ChildStdout, time: PollTimeout| {
        poll(&mut [PollFd::new(out.as_fd(), PollFlags::POLLIN)], time)
    };
    let first = readable(&out, PollTimeout::from(10_000u16));
    let mut two = [0; 2];
    let read = out.read_exact(&mut two);
    let still = readable(&out, PollTimeout::ZERO);
    let rest = out.read_exact(&mut [0; 3]);
    let empty = readable(&out, PollTimeout::ZERO);
    cat.wait()?;
    read.and(rest)?;
    same((first, still, empty), (Ok(1), Ok(1), Ok(0)))?;
    same(&two, b"ap")
}

fn broken_pipe_at_close() -> Outcome {
    let child = piped(Command::new("true"))?;
    ended(&child)?;
    ensure(communicate(child, b"")?.status.success(), "it failed")
}

fn broken_pipe_at_write() -> Outcome {
    let child = piped(Command::new("true"))?;
    ended(&child)?;
    ensure(communicate(child, b"stuff")?.status.success(), "it failed")
}

/// A pipe of Rust's has no buffer that would be flushed. A `BufWriter` around it
/// has, and the error of its last write is the caller's.
fn broken_pipe_at_flush() -> Outcome {
    let mut child = piped(Command::new("true"))?;
    ended(&child)?;
    let mut writer = io::BufWriter::new(child.stdin.take().ok_or("no pipe")?);
    writer.write_all(b"stuff")?;
    let flushed = writer.flush().err().map(|error| error.kind());
    drop(writer.into_parts());
    ensure(child.wait()?.success(), "it failed")?;
    same(flushed, Some(ErrorKind::BrokenPipe))
}

fn broken_pipe_with_timeout() -> Outcome {
    let input = vec![b'x'; 1 << 20];
    let run = Run::new("true").input(input).capture().timeout(LONG);
    same(run.run()?.returncode(), 0)
}

/// A child that is stopped has not ended. Where a status says it all the same,
/// the book's `returncode` gives what CPython gives.
fn test_stopped() -> Outcome {
    let stopped = ExitStatus::from_raw((3 << 8) | 0x7f);
    same(returncode(&stopped), -3)?;
    let status = with_cat(|cat| {
        kill(pid(cat), Signal::SIGSTOP)?;
        await_change(cat, libc::WSTOPPED)?;
        same(cat.try_wait()?, None)?;
        Ok(kill(pid(cat), Signal::SIGCONT)?)
    })?;
    same(returncode(&status), 0)
}

fn test_communicate_repeated_call_after_stdout_close() -> Outcome {
    let mut command = sh("exec >&- 2>&-; read x <$GATE");
    let mut open = gate(&mut command)?;
    let child = piped(command)?;
    let mut child = Running { child, leads: false, ended: false };
    let mut pipes = Pipes::new(&mut child.child, vec![]);
    ensure(pipes.talk(Some(Instant::now() + LONG))?, "the pipes end")?;
    for _ in 0..2 {
        ensure(pipes.talk(Some(Instant::now() + NOW))?, "and stay so")?;
        same(child.wait(Some(Instant::now() + NOW))?, None)?;
    }
    open.write_all(b"\n")?;
    let status = child.wait(Some(Instant::now() + LONG))?;
    same(status.and_then(|status| status.code()), Some(0))
}

// Row 95: Ctrl-C.

/// CPython waits 0.25 s for a child, which has received the Ctrl-C, too, and no
/// longer; `call` and `run` kill it then. Rust has no exception for a signal: the
/// program ends there and then, and nothing is done to the child, neither by
/// `wait` nor by a guard.
#[cfg(target_os = "linux")]
fn interrupted(wait: fn(Command) -> Outcome) -> Outcome {
    nix::sys::prctl::set_child_subreaper(true)?;
    let (mut told, tell) = pipe()?;
    let mut command = sh("echo $PPID; read x <$GATE; exit 47");
    let mut open = gate(&mut command)?;
    command.stdout(tell);
    let mut program = multiprocessing::Process::new(|| {
        if let Err(error) = wait(command) {
            eprintln!("in the child: {error}");
        }
    });
    program.start()?;
    let mut line = [0; 2];
    told.read_exact(&mut line)?;
    program.interrupt()?;
    program.join()?;
    same(program.exitcode()?, Some(-2))?;
    let orphan = waitpid(None, Some(WaitPidFlag::WNOHANG));
    open.write_all(b"\n")?;
    let status = nix::sys::wait::wait()?;
    same(orphan, Ok(WaitStatus::StillAlive))?;
    let code = WaitStatus::Exited;
    same(status.pid().map(|pid| code(pid, 47)), Some(status))
}

#[cfg(target_os = "linux")]
fn call_interrupted() -> Outcome {
    interrupted(|mut command| call(&mut command).map(drop))
}

#[cfg(target_os = "linux")]
fn run_interrupted() -> Outcome {
    interrupted(|command| Ok(Run::from(command).run().map(drop)?))
}

#[cfg(target_os = "linux")]
fn guard_interrupted() -> Outcome {
    interrupted(|mut command| {
        let mut guard = Guard::killing(&mut command)?;
        guard.child.wait()?;
        Ok(())
    })
}

// Rows 96 to 98.

fn test_getoutput() -> Outcome {
    let ask = older_functions::getstatusoutput;
    same(ask("echo xyzzy")?, (0, "xyzzy".into()))?;
    same(ask("printf 'a\\n\\n'; echo b >&2")?, (0, "a\n\nb".into()))?;
    same(ask("printf 'a\\n\\n'")?, (0, "a\n".into()))?;
    in_folder(|folder| {
        let missing = folder.join("foo");
        let (status, text) = ask(&format!("cat {}", missing.display()))?;
        ensure(status != 0 && !text.is_empty(), "no error")
    })?;
    same(ask("kill $$")?, (-15, String::new()))
}

fn guard_pipe() -> Outcome {
    let before = descriptors();
    let mut command = sh(FRUIT);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut guard = Guard::waiting(&mut command)?;
    let text = |pipe: &mut dyn Read| io::read_to_string(pipe);
    same(text(guard.child.stdout.as_mut().ok_or("no pipe")?)?, "apple".into())?;
    same(
        text(guard.child.stderr.as_mut().ok_or("no pipe")?)?,
        "orange".into(),
    )?;
    drop(guard);
    same(descriptors(), before)?;
    no_child()
}

/// After the block CPython's object is still there, and Rust's guard is not. Who
/// wants the status asks for it inside.
fn guard_returncode() -> Outcome {
    let mut guard = Guard::waiting(&mut sh("exit 100"))?;
    same(guard.child.wait()?.code(), Some(100))?;
    drop(guard);
    drop(Guard::waiting(&mut sh("exit 100"))?);
    no_child()
}

fn guard_communicate_stdin() -> Outcome {
    let mut is_pear = sh(IS_PEAR);
    let mut guard = Guard::waiting(is_pear.stdin(Stdio::piped()))?;
    let mut stdin = guard.child.stdin.take().ok_or("no pipe")?;
    stdin.write_all(b"pear")?;
    drop(stdin);
    ensure(guard.child.wait()?.success(), "not pear")
}

fn guard_invalid_args() -> Outcome {
    let before = descriptors();
    let mut command = Command::new(NOWHERE);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    is_enoent(&Guard::killing(&mut command).err().ok_or("started")?)?;
    same(descriptors(), before)
}

/// What a `BufWriter` cannot write does not keep the guard from waiting.
fn guard_broken_pipe_cleanup() -> Outcome {
    let mut command = Command::new("true");
    let mut guard = Guard::waiting(command.stdin(Stdio::piped()))?;
    let stdin = guard.child.stdin.take().ok_or("no pipe")?;
    let mut writer = io::BufWriter::with_capacity(2 * MUCH, stdin);
    writer.write_all(&vec![b'x'; MUCH])?;
    let broken = writer.flush().err().map(|error| error.kind());
    drop((writer, guard));
    same(broken, Some(ErrorKind::BrokenPipe))?;
    no_child()
}

/// A pure function of Windows' rules, tried where nobody needs it.
fn test_list2cmdline() -> Outcome {
    let line = windows_only::list2cmdline;
    for (args, expected) in [
        (&[r#"a b c"#, "d", "e"][..], r#""a b c" d e"#),
        (&[r#"ab"c"#, r"\", "d"], r#"ab\"c \ d"#),
        (&[r#"ab"c"#, r" \", "d"], r#"ab\"c " \\" d"#),
        (&[r"a\\\b", "de fg", "h"], r#"a\\\b "de fg" h"#),
        (&[r#"a\"b"#, "c", "d"], r#"a\\\"b c d"#),
        (&[r"a\\b c", "d", "e"], r#""a\\b c" d e"#),
        (&[r"a\\b\ c", "d", "e"], r#""a\\b\ c" d e"#),
        (&["ab", ""], r#"ab """#),
    ] {
        same(line(args).as_str(), expected)?;
    }
    Ok(())
}
