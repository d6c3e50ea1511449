//! `cargo test` checks every page; `cargo test function-style` that one. See
//! `support/pages.rs`.

#[path = "support/pages.rs"]
mod pages;

use std::path::Path;

use book::page::Problem;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let root: &'static Path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut trials = vec![
        Trial::test("pages, crates and files know each other", move || {
            verdict(&pages::check_book(root))
        }),
        Trial::test("the built book has no dead link", move || {
            let html = tempfile::tempdir()?;
            book::build::build(root, &html.path().join("book"))
                .map_err(|e| format!("{e:#}"))?;
            verdict(&pages::check_html(&html.path().join("book")))
        }),
    ];
    let name = "the numbers on pages are those of measure/results.json";
    trials.push(Trial::test(name, move || {
        let html = tempfile::tempdir()?;
        book::build::build(root, &html.path().join("book"))
            .map_err(|e| format!("{e:#}"))?;
        verdict(&pages::check_numbers(root, &html.path().join("book")))
    }));
    trials.push(every_name_of_process(root));
    match pages::summary(root) {
        Ok(listed) => trials.extend(listed.into_iter().map(|page| {
            let name = page.display().to_string();
            Trial::test(name, move || verdict(&pages::check_page(root, &page)))
        })),
        Err(problem) => {
            trials.push(Trial::test("src/SUMMARY.md", || verdict(&[problem])));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Asks CPython for every parameter, method and property of `Process`, and for
/// the functions around it. Each has a page with a listing.
fn every_name_of_process(root: &'static Path) -> Trial {
    const NAMES: &str = "\
import inspect, multiprocessing as m
names = set(inspect.signature(m.Process).parameters)
names |= {name for name in dir(m.Process) if not name.startswith('_')}
names |= {'current_process', 'parent_process', 'active_children', 'cpu_count'}
print(*sorted(names))";
    let name = "every name of Process that CPython knows has a page";
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    let output =
        std::process::Command::new(python).args(["-c", NAMES]).output();
    let missing = output.is_err();
    let trial = Trial::test(name, move || {
        let output = output?;
        let names = String::from_utf8(output.stdout)?;
        let mut problems = Vec::new();
        for name in names.split_whitespace() {
            let page = match name {
                "exitcode" => "exit-code".to_owned(),
                "ident" => "pid".to_owned(),
                name => name.replace('_', "-"),
            };
            let place = Path::new("process").join(page);
            let page = Path::new("src").join(&place).with_extension("md");
            let listing = Path::new("listings").join(&place);
            if !root.join(&page).is_file() || !root.join(listing).is_dir() {
                let what = format!("{name} has no page with a listing");
                problems.push(Problem::new(&page, 0, what));
            }
        }
        if names.split_whitespace().count() < 20 {
            return Err(format!("CPython knows few names: {names:?}").into());
        }
        verdict(&problems)
    });
    trial.with_ignored_flag(missing && std::env::var_os("CI").is_none())
}

fn verdict(problems: &[Problem]) -> Result<(), Failed> {
    match problems {
        [] => Ok(()),
        problems => {
            let lines: Vec<String> =
                problems.iter().map(ToString::to_string).collect();
            Err(lines.join("\n").into())
        }
    }
}
