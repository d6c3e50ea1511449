//! Asks the search of the built book what readers ask: `search/queries.txt`.
//! The right page has to be the first one each time. Checks the printed index,
//! which has the same terms.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use book::pages::index::printed;
use book::terms::{Kind, Terms};
use libtest_mimic::{Arguments, Failed, Trial};
use mdbook_driver::MDBook;
use support::machine::{has, is_ci};
use tempfile::TempDir;

const QUERIES: &str = "tests/search/queries.txt";

fn main() {
    let arguments = Arguments::from_args();
    let root: &'static Path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let node = has("node", "--version");
    let is_ci = is_ci();
    let trials = vec![
        Trial::test("each question finds its page first", || ask(root))
            .with_ignored_flag(!node && !is_ci),
        Trial::test("the index has each page and kind", || index(root)),
        Trial::test("the glossary has each term once", || glossary(root)),
    ];
    libtest_mimic::run(&arguments, trials).exit();
}

fn ask(root: &Path) -> Result<(), Failed> {
    let queries = fs::read_to_string(root.join(QUERIES))?;
    let queries: Vec<(&str, &str)> = queries
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.rsplit_once(" => ").ok_or(line))
        .collect::<Result<_, _>>()
        .map_err(|line| format!("{QUERIES}: {line:?} names no page"))?;
    if queries.len() < 120 {
        return Err(format!("{} questions are too few", queries.len()).into());
    }
    let dir = TempDir::new()?;
    let book = dir.path().join("book");
    book::build::build(root, &book)?;
    let mut node = Command::new("node")
        .arg(root.join("tests/search/ask.mjs"))
        .arg(&book)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let asked: Vec<&str> = queries.iter().map(|(asked, _)| *asked).collect();
    let mut stdin = node.stdin.take().ok_or("no pipe")?;
    // The answers of so few questions fit into a pipe.
    stdin.write_all(asked.join("\n").as_bytes())?;
    drop(stdin);
    let output = node.wait_with_output()?;
    let answers = String::from_utf8(output.stdout)?;
    if !output.status.success() || answers.lines().count() != queries.len() {
        return Err(format!("{}: {answers}", output.status).into());
    }
    let mut misses = Vec::new();
    for ((asked, page), answer) in queries.iter().zip(answers.lines()) {
        let (_, found) = answer.rsplit_once(" => ").unwrap_or_default();
        let found = found.replace(".html", "");
        let is_page = found.split('#').next() == Some(*page);
        if found != *page && !is_page {
            misses.push(format!("{asked}: {found} stands before {page}"));
        }
    }
    match misses[..] {
        [] => Ok(()),
        _ => Err(misses.join("\n").into()),
    }
}

/// That no entry is dead is checked with all other links of the built book.
fn index(root: &Path) -> Result<(), Failed> {
    let book = MDBook::load(root)?;
    let terms = Terms::read(root, &book.book)?;
    let mut missing: BTreeSet<&str> =
        terms.pages.iter().map(|page| page.path.as_str()).collect();
    missing.remove(book::terms::INDEX);
    let mut kinds = BTreeSet::new();
    for term in terms.terms.iter().filter(|t| t.kind != Kind::Question) {
        kinds.insert(term.kind);
        for place in printed(term) {
            missing.remove(terms.pages[place.page].path.as_str());
        }
    }
    if !missing.is_empty() {
        return Err(format!("the index has nothing of {missing:?}").into());
    }
    if kinds.len() != 6 {
        return Err(format!("the index has names of {kinds:?} only").into());
    }
    Ok(())
}

/// Each term once, in order.
fn glossary(root: &Path) -> Result<(), Failed> {
    let text = fs::read_to_string(root.join("src/reference/glossary.md"))?;
    let lines: Vec<&str> = text.lines().collect();
    let terms = lines.windows(2).filter(|two| two[1].starts_with(": "));
    let terms: Vec<String> = terms.map(|two| two[0].to_lowercase()).collect();
    if terms.len() < 40 {
        return Err(format!("the glossary has {} terms", terms.len()).into());
    }
    match terms.windows(2).find(|two| two[0] >= two[1]) {
        None => Ok(()),
        Some(two) => Err(format!("{} stands before {}", two[0], two[1]).into()),
    }
}
