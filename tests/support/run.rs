//! One run of a listing: what it prints, and that it leaves nothing behind.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use book::files::names;

use crate::supervise::{self, Limits, Run};

/// The most time that a listing may take.
pub fn limit() -> Duration {
    let said = env::var("LISTING_SECONDS").ok();
    Duration::from_secs(said.and_then(|s| s.parse().ok()).unwrap_or(10))
}

/// What a program prints, and its exit status where that is not 0.
pub fn printed(
    command: &[OsString],
    environment: &[(&str, OsString)],
    limits: Limits,
) -> Result<String, String> {
    let run = run_in_empty_folder(command, environment, limits)?;
    let mut text = run.output;
    if text.contains('\r') || text.ends_with("\n\n") {
        return Err(format!("a snapshot cannot keep the end of {text:?}"));
    }
    if run.status != "exit status: 0" {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text += &run.status;
    }
    Ok(text)
}

/// What a test prints, without the time that it takes. The harness writes the
/// name of a test before or after its run, by the number of threads.
pub fn test_printed(
    command: &[OsString],
    limits: Limits,
) -> Result<String, String> {
    let threads = [("RUST_TEST_THREADS", OsString::from("2"))];
    let run = run_in_empty_folder(command, &threads, limits)?;
    let lines = run.output.trim().lines().map(|line| {
        let end = line.find("; finished in ").unwrap_or(line.len());
        &line[..end]
    });
    let text: Vec<&str> = lines.collect();
    match run.status.as_str() {
        "exit status: 0" => Ok(text.join("\n")),
        status => Err(format!("{status}; it prints:\n{}", text.join("\n"))),
    }
}

/// Runs a program, which leaves no file behind.
pub fn run_in_empty_folder(
    command: &[OsString],
    environment: &[(&str, OsString)],
    limits: Limits,
) -> Result<Run, String> {
    let dir = tempfile::tempdir().map_err(|e| e.to_string())?;
    let run = supervise::run(command, dir.path(), environment, limits)?;
    if let Some(problem) = run.problem {
        return Err(format!("{problem}; it prints:\n{}", run.output));
    }
    let left = names(dir.path(), Path::new(""));
    match left.is_empty() {
        true => Ok(run),
        false => Err(format!("leaves files behind: {}", left.join(", "))),
    }
}
