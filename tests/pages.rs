//! `cargo test` checks every page; `cargo test function-style` that one. See
//! `support/pages.rs`.

#[path = "support/pages.rs"]
mod pages;

use std::path::Path;

use book::page::Problem;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
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
