use std::fmt;

use anyhow::Result;
use multiprocessing::{Process, exit};

struct Table<'a>(&'a [Process<'a>]);

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for process in self.0 {
            let state = match process.exitcode() {
                Ok(Some(code)) => format!("exit code {code}"),
                Ok(None) if matches!(process.pid(), Ok(None)) => "-".into(),
                Ok(None) => "runs".into(),
                Err(error) => error.to_string(),
            };
            writeln!(f, "{:<8} {state}", process.name())?;
        }
        Ok(())
    }
}

fn main() -> Result<()> {
    let mut staff = Vec::new();
    for (code, name) in ["cook", "waiter", "baker"].iter().enumerate() {
        let code = u8::try_from(code)?;
        staff.push(Process::new(move || exit(code)).with_name(name));
    }
    for process in &mut staff[..2] {
        process.start()?;
        process.join()?;
    }
    staff[0].close()?;
    print!("{}", Table(&staff));
    Ok(())
}
