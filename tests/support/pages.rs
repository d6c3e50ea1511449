//! The promise: nothing on a page is typed by hand. mdBook checks none of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use book::files::{files_below, normal};
use book::pages::admonish::KINDS;
use book::read::listing::{self, Listing};
use book::read::page::{Included, Item, Page, Part, is_mark};
use book::read::problem::Problem;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A listing is read at once, on a page that shows 80 columns.
const LINES: usize = 40;
const COLUMNS: usize = 80;
/// A page takes ten minutes.
const WORDS: usize = 1500;
/// The blocks that show numbers of `measure/results.json`.
const MEASURED: [&str; 2] = ["numbers", "plot"];
/// So many words may stand before the first program.
const WORDS_BEFORE_CODE: usize = 80;

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

/// What is wrong with one page, by itself.
pub fn check_page(root: &Path, path: &Path) -> Vec<Problem> {
    let page = match Page::read(root, path) {
        Ok(page) => page,
        Err(problem) => return vec![problem],
    };
    let items = match page.items() {
        Ok(items) => items,
        Err(problem) => return vec![problem],
    };
    let mut problems = Vec::new();
    let mut shown = Vec::new();
    for item in &items {
        shown.push(match item {
            Item::Block(block) => {
                page.included(root, block).map(Some).unwrap_or_else(|problem| {
                    problems.push(problem);
                    None
                })
            }
            Item::Note(_) => None,
        });
    }
    problems.extend(check_blocks(&page, &items, &shown));
    problems.extend(check_marks(&page, &items, &shown));
    problems.extend(check_text(&page, &items));
    problems
}

/// Each block says what it shows, and shows a listing that can be read.
fn check_blocks(
    page: &Page,
    items: &[Item],
    shown: &[Option<Included>],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (item, included) in items.iter().zip(shown) {
        let (Item::Block(block), Some(included)) = (item, included) else {
            continue;
        };
        let line = block.lines.start + 1;
        let file = included.path.display().to_string();
        let (ending, part) = match block.language.as_str() {
            "console" => (".snap", Some(Part::From(4))),
            "diff" => (".diff.snap", Some(Part::From(4))),
            "numbers" => (".numbers", Some(Part::Whole)),
            "plot" => (".plot", Some(Part::Whole)),
            "python" => (".py", None),
            "rust" => (".rs", None),
            "timeline" => (".timeline", Some(Part::Whole)),
            "toml" => (".toml", None),
            other => {
                let what =
                    format!("a block in {other:?} shows no checked file");
                problems.push(Problem::new(&page.path, line, what));
                continue;
            }
        };
        if !file.ends_with(ending) || !file.starts_with("listings/") {
            let what = format!("{file} is no file `listings/…{ending}`");
            problems.push(Problem::new(&page.path, line, what));
        }
        if part.is_some_and(|part| part != included.part) {
            let what = format!("{file}: a snapshot is included as `:4:`");
            problems.push(Problem::new(&page.path, line, what));
        }
    }
    problems
}

/// The marks of the listings above some notes are those notes, one to one.
fn check_marks(
    page: &Page,
    items: &[Item],
    shown: &[Option<Included>],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut in_code = BTreeMap::new();
    let mut expected = '①';
    for (n, item) in items.iter().enumerate() {
        match (item, &shown[n]) {
            (Item::Block(block), Some(included)) => {
                for mark in included.text.chars().filter(|&c| is_mark(c)) {
                    in_code.entry(mark).or_insert(block.lines.start + 1);
                }
            }
            (Item::Block(_), None) => {}
            (Item::Note(note), _) => {
                let line = note.lines.start + 1;
                for &mark in &note.marks {
                    if in_code.remove(&mark).is_none() {
                        let what =
                            format!("no listing above has the mark {mark}");
                        problems.push(Problem::new(&page.path, line, what));
                    } else if mark != expected {
                        let what = format!(
                            "note {mark} stands where {expected} should"
                        );
                        problems.push(Problem::new(&page.path, line, what));
                    }
                    expected = char::from_u32(mark as u32 + 1).unwrap_or(mark);
                }
            }
        }
        let notes_end = matches!(item, Item::Note(_))
            && !matches!(items.get(n + 1), Some(Item::Note(_)));
        if notes_end || n + 1 == items.len() {
            for (mark, line) in std::mem::take(&mut in_code) {
                let what = format!("the mark {mark} has no note");
                problems.push(Problem::new(&page.path, line, what));
            }
            expected = '①';
        }
    }
    problems
}

/// Headings, admonitions and length.
fn check_text(page: &Page, items: &[Item]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let text = page.lines.join("\n");
    let line_of = |at: usize| text[..at].matches('\n').count() + 1;
    let first_block = items.iter().find_map(|item| match item {
        Item::Block(block) => Some(block.lines.start),
        Item::Note(_) => None,
    });
    let measured = items.iter().any(|item| match item {
        Item::Block(block) => MEASURED.contains(&block.language.as_str()),
        Item::Note(_) => false,
    });
    let (mut words, mut words_before_code) = (0, 0);
    let mut level = 0;
    let mut heading = None;
    let mut fenced = false;
    for (event, range) in
        Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter()
    {
        let line = line_of(range.start);
        let mut problem = |what: String| {
            problems.push(Problem::new(&page.path, line, what));
        };
        match event {
            Event::Start(Tag::Heading { level: new, .. }) => {
                let new = new as usize;
                if (level == 0) != (new == HeadingLevel::H1 as usize) {
                    problem("a page has one `#` heading, its first".to_owned());
                } else if new > level + 1 {
                    problem("a heading skips a level".to_owned());
                } else if heading.is_some() && new <= level {
                    problem("nothing stands above this heading".to_owned());
                }
                level = new;
                heading = Some(line);
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                if let pulldown_cmark::CodeBlockKind::Fenced(info) = &kind
                    && let Some(info) = info.strip_prefix("admonish ")
                {
                    let kind = info.split(' ').next().unwrap_or_default();
                    if !KINDS.iter().any(|(name, _, _)| *name == kind) {
                        problem(format!("no admonition is called {kind:?}"));
                    }
                    words += text[range].split_whitespace().count();
                } else if let pulldown_cmark::CodeBlockKind::Indented = kind {
                    let what = "an indented block is a hand-typed program";
                    problem(what.to_owned());
                }
                fenced = true;
                heading = None;
            }
            Event::End(TagEnd::CodeBlock) => fenced = false,
            Event::Html(html) | Event::InlineHtml(html) => {
                let tag = html.trim_start_matches(['<', '/']);
                if tag.starts_with("pre") || tag.starts_with("code") {
                    problem("HTML code is a hand-typed program".to_owned());
                }
            }
            Event::Text(text) | Event::Code(text) if !fenced => {
                let count = text.split_whitespace().count();
                words += count;
                if measured && has_measurement(&text) {
                    let what = "a measured number is typed; name it: \
                                {{number KEY}}";
                    problem(what.to_owned());
                }
                if heading != Some(line) {
                    heading = None;
                }
                if first_block.is_some_and(|first| line <= first) {
                    words_before_code += count;
                }
            }
            _ => {}
        }
    }
    let mut whole = |what: String| {
        problems.push(Problem::new(&page.path, 0, what));
    };
    if let Some(line) = heading {
        whole(format!("nothing stands under the heading in line {line}"));
    }
    if words > WORDS {
        whole(format!("{words} words are two pages, not one"));
    }
    if words_before_code > WORDS_BEFORE_CODE {
        whole(format!(
            "{words_before_code} words stand before the first program, and \
             {WORDS_BEFORE_CODE} may"
        ));
    }
    problems
}

/// Is there a number that only a measurement can say: `5 µs`, `1.5×`?
fn has_measurement(text: &str) -> bool {
    ["µs", "×"].into_iter().any(|unit| {
        text.match_indices(unit).any(|(at, _)| {
            text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit())
        })
    })
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
        for file in
            listing.files(root).into_iter().filter(|_| listing.is_library())
        {
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

/// What is wrong with the built book in `html`: dead links, dead headings, two
/// things with one name, a request to another host, a raw admonition.
pub fn check_html(html: &Path) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids = BTreeMap::new();
    let mut pages = Vec::new();
    for file in files_below(html, Path::new("")) {
        if file.extension().is_some_and(|ending| ending == "html") {
            let text = fs::read_to_string(html.join(&file)).unwrap_or_default();
            let mut seen = BTreeSet::new();
            for id in attributes(&text, "id") {
                if !seen.insert(id.clone()) {
                    let what = format!("two things are called #{id}");
                    problems.push(Problem::new(&file, 0, what));
                }
            }
            ids.insert(file.clone(), seen);
            pages.push((file, text));
        }
    }
    for (file, text) in &pages {
        for raw in ["```", "{{#", "{{number", "{{machine", "language-admonish"]
        {
            if text.contains(raw) {
                let what = format!("{raw:?} was not rendered");
                problems.push(Problem::new(file, 0, what));
            }
        }
        for block in ["<pre", "<samp"] {
            let typed = text.match_indices(block).any(|(at, _)| {
                let figure = text[..at].rfind("<figure class=\"listing");
                figure.is_none() || text[..at].rfind("</figure>") > figure
            });
            if typed {
                let what =
                    format!("{block}> outside of a listing: it is typed");
                problems.push(Problem::new(file, 0, what));
            }
        }
        let links = text.match_indices("<link ").any(|(at, _)| {
            let link = text[at..].split('>').next().unwrap_or_default();
            link.contains("//") && !link.contains("canonical")
        });
        if links || text.contains("url(http") || text.contains("url(//") {
            let what = "asks another host for its looks";
            problems.push(Problem::new(file, 0, what));
        }
        for name in ["src", "srcset", "data", "poster"] {
            for address in attributes(text, name) {
                if address.contains("//") {
                    let what = format!("asks another host: {address}");
                    problems.push(Problem::new(file, 0, what));
                }
            }
        }
        // The addresses of 404.html start at the site's root.
        if file.ends_with("404.html") {
            continue;
        }
        for address in attributes(text, "href") {
            if address.contains("://") || address.starts_with("data:") {
                continue;
            }
            let (path, fragment) =
                address.split_once('#').unwrap_or((&address, ""));
            let target = match path {
                "" => file.clone(),
                path => normal(&file.with_file_name(path)),
            };
            let what = if !html.join(&target).is_file() {
                format!("dead link: {address}")
            } else if !fragment.is_empty()
                && !ids.get(&target).is_some_and(|ids| ids.contains(fragment))
            {
                format!("dead heading: {address}")
            } else {
                continue;
            };
            problems.push(Problem::new(file, 0, what));
        }
    }
    problems
}

/// The numbers on the pages in `html` are those in the file, rounded. This does
/// not go through the code that wrote them.
pub fn check_numbers(root: &Path, html: &Path) -> Vec<Problem> {
    let file = Path::new("measure/results.json");
    let text = fs::read_to_string(root.join(file)).unwrap_or_default();
    let Ok(results) = serde_json::from_str::<serde_json::Value>(&text) else {
        return vec![Problem::new(file, 0, "holds no results")];
    };
    let mut problems = Vec::new();
    let mut found = 0;
    for page in files_below(html, Path::new("")) {
        let text = fs::read_to_string(html.join(&page)).unwrap_or_default();
        for shown in text.split("<data value=\"").skip(1) {
            let shown = shown.split("</data>").next().unwrap_or_default();
            let (key, shown) = shown.split_once("\">").unwrap_or((shown, ""));
            let number = &results["numbers"][key];
            let unit = shown.trim_start_matches(|c: char| {
                c.is_ascii_digit() || c == '.' || c == '\u{a0}'
            });
            let digits = shown.strip_suffix(unit).unwrap_or(shown);
            let value: f64 = digits.trim().parse().unwrap_or(f64::NAN);
            let factor = match (unit, number["unit"].as_str()) {
                ("ms", Some("µs")) => 1e3,
                ("s", Some("µs")) => 1e6,
                ("MiB", Some("KiB")) => 1024.0,
                (unit, Some(measured)) if unit == measured => 1.0,
                _ => f64::NAN,
            };
            let median = number["median"].as_f64().unwrap_or(f64::NAN);
            let off = (value * factor - median).abs();
            if off.is_nan() || off > 0.006 * factor.max(median) {
                let what =
                    format!("{key} is shown as {shown}, and is {number}");
                problems.push(Problem::new(&page, 0, what));
            }
            found += 1;
        }
    }
    if found == 0 {
        problems.push(Problem::new(file, 0, "no page shows a number of it"));
    }
    problems
}

/// The values of an attribute in some HTML, unescaped as far as links need it.
fn attributes(html: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let values = html.split(&start).skip(1);
    values
        .filter_map(|rest| rest.split('"').next())
        .map(|value| value.replace("&amp;", "&"))
        .collect()
}
