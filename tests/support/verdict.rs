//! What a test says of the problems that a check has found.

use book::read::problem::Problem;
use libtest_mimic::Failed;

/// A line for each problem.
pub fn lines(problems: &[Problem]) -> String {
    let lines = problems.iter().map(ToString::to_string);
    lines.collect::<Vec<String>>().join("\n")
}

/// Fails if there is a problem.
pub fn verdict(problems: &[Problem]) -> Result<(), Failed> {
    match problems {
        [] => Ok(()),
        problems => Err(lines(problems).into()),
    }
}
