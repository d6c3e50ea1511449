//! The promise, of one page: nothing on it is typed by hand, and it can be read
//! in ten minutes. mdBook checks none of it.

use std::collections::BTreeMap;
use std::path::Path;

use book::pages::admonish::KINDS;
use book::read::page::{Included, Item, Page, Part, is_mark};
use book::read::problem::Problem;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A page takes ten minutes.
const WORDS: usize = 1500;
/// The blocks that show numbers of `measure/results.json`.
const MEASURED: [&str; 2] = ["numbers", "plot"];
/// So many words may stand before the first program.
const WORDS_BEFORE_CODE: usize = 80;

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
            "floors" => ("/floors.snap", Some(Part::From(4))),
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
