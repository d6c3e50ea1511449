//! A Python program beside this one, that does what it is asked. It stays, so
//! that the start of an interpreter is part of no measurement.

use std::cell::RefCell;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

use anyhow::{Context, Result, ensure};

/// One of the programs in `measure/python`.
pub struct Python {
    inside: RefCell<(Child, Option<ChildStdin>, BufReader<ChildStdout>)>,
}

impl Python {
    pub fn start(script: &str) -> Result<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("python");
        let mut child = Command::new(program()?)
            .arg(folder.join(script))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot run Python")?;
        let stdin = child.stdin.take();
        let stdout = child.stdout.take().context("no pipe")?;
        let inside = RefCell::new((child, stdin, BufReader::new(stdout)));
        Ok(Python { inside })
    }

    /// The numbers that it answers with.
    pub fn ask(&self, request: &str) -> Result<Vec<f64>> {
        let (_, stdin, stdout) = &mut *self.inside.borrow_mut();
        writeln!(stdin.as_mut().context("no pipe")?, "{request}")?;
        let mut line = String::new();
        stdout.read_line(&mut line)?;
        ensure!(!line.is_empty(), "Python ended when asked {request:?}");
        let numbers = line.split_whitespace().map(str::parse);
        numbers
            .collect::<Result<_, _>>()
            .with_context(|| format!("{request:?} is answered {line:?}"))
    }

    /// The one number that it answers with.
    pub fn ask_one(&self, request: &str) -> Result<f64> {
        self.ask(request)?.first().copied().context("no number")
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        let (child, stdin, _) = self.inside.get_mut();
        drop(stdin.take()); // the end of its requests
        let _ = child.wait();
    }
}

/// The interpreter itself: `$PYTHON`, or `python3`, without a wrapper.
pub fn program() -> Result<String> {
    static PROGRAM: OnceLock<String> = OnceLock::new();
    if let Some(known) = PROGRAM.get() {
        return Ok(known.clone());
    }
    let name = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(&name)
        .args(["-c", "import sys; print(sys.executable)"])
        .output()
        .with_context(|| format!("cannot run {name}"))?;
    ensure!(output.status.success(), "{name}: {}", output.status);
    let found = String::from_utf8(output.stdout)?.trim().to_owned();
    Ok(PROGRAM.get_or_init(|| found).clone())
}
