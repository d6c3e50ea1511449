//! The promise, of the book as a whole: pages, crates and files know each other,
//! and each listing can be read on a page.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use book::files::{files_below, normal};
use book::read::listing::{self, Listing};
use book::read::page::{Included, Item, Page, Part};
use book::read::problem::Problem;
use pulldown_cmark::{Event, Parser, Tag};

/// A listing is read at once, on a page that shows 80 columns.
const LINES: usize = 40;
const COLUMNS: usize = 80;

/// The pages that `src/SUMMARY.md` lists, in its order.
pub fn summary(root: &Path) -> Result<Vec<PathBuf>, Problem> {
    let path = Path::new("src/SUMMARY.md");
    let page = Page::read(root, path)?;
    let text = page.lines.join("\n");
    Ok(Parser::new(&text)
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                Some(normal(&Path::new("src").join(&*dest_url)))
            }
            _ => None,
        })
        .collect())
}

/// What is wrong with the book as a whole: pages, crates and files that do not
/// know each other.
pub fn check_book(root: &Path) -> Vec<Problem> {
    let (pages, listings) = match (summary(root), listing::all(root)) {
        (Ok(pages), Ok(listings)) => (pages, listings),
        (Err(problem), _) => return vec![problem],
        (_, Err(what)) => {
            return vec![Problem::new(Path::new("listings"), 0, what)];
        }
    };
    let mut problems = Vec::new();
    for file in files_below(root, Path::new("src")) {
        if file.extension().is_none_or(|ending| ending != "md") {
            let what = "mdBook would publish this; src/ holds pages only";
            problems.push(Problem::new(&file, 0, what));
        } else if !pages.contains(&file)
            && !file.ends_with("SUMMARY.md")
            && !file.ends_with("404.md")
        {
            let what = "this page is not in src/SUMMARY.md";
            problems.push(Problem::new(&file, 0, what));
        }
    }
    let mut shown = BTreeSet::new();
    let mut anchors = BTreeSet::new();
    for path in &pages {
        let Ok(page) = Page::read(root, path) else {
            let what = format!("{} does not exist", path.display());
            problems.push(Problem::new(Path::new("src/SUMMARY.md"), 0, what));
            continue;
        };
        let items = page.items().unwrap_or_default();
        let blocks = items.iter().filter_map(|item| match item {
            Item::Block(block) => page.included(root, block).ok(),
            Item::Note(_) => None,
        });
        let before = shown.len();
        for Included { path, part, .. } in blocks {
            if let Part::Anchor(anchor) = part {
                anchors.insert((path.clone(), anchor));
            }
            shown.insert(path);
        }
        let has_crate = listings.iter().any(|l| l.page() == *path);
        if shown.len() > before && !has_crate {
            let what = "this page has code, and no crate has its place";
            problems.push(Problem::new(path, 0, what));
        }
    }
    // All programs are built into one folder, by their names alone.
    let mut programs = BTreeMap::new();
    for listing in &listings {
        for program in listing.programs.iter().filter(|p| p.rust.is_some()) {
            let name = match program.name.as_str() {
                "main" => &listing.package,
                name => name,
            };
            if let Some(other) = programs.insert(name.to_owned(), &listing.dir)
            {
                let what = format!(
                    "{} has a program {name:?}, too: one overwrites the other",
                    other.display()
                );
                problems.push(Problem::new(&listing.dir, 0, what));
            }
        }
    }
    for listing in &listings {
        problems.extend(check_listing(root, listing, &pages, &shown));
        // Whoever has read the pages has read the whole library.
        for file in listing.files(root).into_iter().filter(|file| {
            listing.is_library() && file.extension().is_some_and(|e| e == "rs")
        }) {
            let text = fs::read_to_string(root.join(&file)).unwrap_or_default();
            for (n, line) in text.lines().enumerate() {
                let Some(name) = line.trim().strip_prefix("// ANCHOR: ") else {
                    continue;
                };
                if !anchors.contains(&(file.clone(), name.to_owned())) {
                    let what = format!("the part {name:?} is on no page");
                    problems.push(Problem::new(&file, n + 1, what));
                }
            }
            problems.extend(unshown(&text).into_iter().map(|line| {
                Problem::new(&file, line, "this line is in no part of a page")
            }));
        }
    }
    problems
}

/// The lines of a library's file that are code and in no part that a page could
/// show. Imports, modules, the frame of an `impl` and tests are not counted.
fn unshown(text: &str) -> Vec<usize> {
    let (mut depth, mut importing, mut testing) = (0, false, false);
    let mut lines = Vec::new();
    for (n, line) in text.lines().enumerate() {
        testing |= line == "#[cfg(test)]";
        if testing {
            testing = line != "}";
            continue;
        }
        let line = line.trim();
        let item = without_visibility(line);
        let frame = line.is_empty()
            || ["//!", "impl", "#[cfg("].iter().any(|s| line.starts_with(s))
            || item.starts_with("mod ")
            || line == "}";
        importing |= item.starts_with("use ");
        if line.starts_with("// ANCHOR: ") {
            depth += 1;
        } else if line.starts_with("// ANCHOR_END: ") {
            depth -= 1;
        } else if depth == 0 && !importing && !frame {
            lines.push(n + 1);
        }
        importing &= !line.ends_with(';');
    }
    lines
}

/// An item without `pub`, `pub(crate)` and the like before it.
fn without_visibility(item: &str) -> &str {
    let Some(rest) = item.strip_prefix("pub") else { return item };
    let rest = match rest.strip_prefix('(') {
        Some(inside) => inside.split_once(')').map_or(rest, |(_, rest)| rest),
        None => rest,
    };
    rest.strip_prefix(' ').unwrap_or(item)
}

fn check_listing(
    root: &Path,
    listing: &Listing,
    pages: &[PathBuf],
    shown: &BTreeSet<PathBuf>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut problem = |path: &Path, line: usize, what: String| {
        problems.push(Problem::new(path, line, what));
    };
    if !listing.is_library() && !pages.contains(&listing.page()) {
        let what = format!("has no page {}", listing.page().display());
        problem(&listing.dir, 0, what);
    }
    if !listing.dir.ends_with(&listing.package) {
        let what = format!("the package is called {:?}", listing.package);
        problem(&listing.dir.join("Cargo.toml"), 0, what);
    }
    if !listing.runs {
        let what = "no `default-run`: cargo cannot tell which program to run";
        problem(&listing.dir.join("Cargo.toml"), 0, what.to_owned());
    }
    for file in listing.files(root) {
        // A file that only names its modules has nothing to show.
        let is_frame = listing.is_library() && {
            let text = fs::read_to_string(root.join(&file));
            text.is_ok_and(|text| {
                unshown(&text).is_empty() && !text.contains("// ANCHOR: ")
            })
        };
        if !shown.contains(&file) && !is_frame {
            problem(&file, 0, "this file is on no page".to_owned());
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let program = name
            .split('.')
            .next()
            .and_then(|name| listing.programs.iter().find(|p| p.name == name));
        let of_a_program = match name.split_once('.') {
            Some(("floors", "snap")) if listing.is_library() => true,
            Some((_, "snap")) => program.is_some_and(|p| p.rust.is_some()),
            Some((_, "py.snap")) => program.is_some_and(|p| p.twin.is_some()),
            Some((_, "diff.snap")) => program.is_some(),
            _ => true,
        };
        if !of_a_program {
            problem(&file, 0, "no program goes with this file".to_owned());
        }
        let ending = file.extension().unwrap_or_default();
        if ending == "rs" || ending == "py" {
            let text = fs::read_to_string(root.join(&file)).unwrap_or_default();
            let lines = text.lines().count();
            if lines > LINES && !listing.is_library() {
                let what =
                    format!("{lines} lines; a listing has at most {LINES}");
                problem(&file, 0, what);
            }
            for (n, line) in text.lines().enumerate() {
                let columns = line.chars().count();
                if columns > COLUMNS {
                    let what = format!(
                        "{columns} columns; at most {COLUMNS} are shown"
                    );
                    problem(&file, n + 1, what);
                }
            }
        }
    }
    for program in &listing.programs {
        let of_rust = program.rust.as_ref().map(|_| listing.snapshot(program));
        let of_twin =
            program.twin_differs.then(|| listing.twin_snapshot(program));
        for snapshot in of_rust.into_iter().chain(of_twin) {
            if !root.join(&snapshot).is_file() {
                let what = "has not been run: there is no such snapshot";
                problem(&snapshot, 0, what.to_owned());
            }
        }
    }
    problems
}
