//! A page's Markdown, read only as far as the book's promise needs it: fenced
//! blocks, the one file that each includes, and the notes under a listing.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::problem::Problem;
use crate::files::normal;

/// A page: its place in the repository and its lines.
pub struct Page {
    /// The path from the repository's root, as in `src/process/join.md`.
    pub path: PathBuf,
    pub lines: Vec<String>,
}

/// One thing on a page, in the order of the page.
#[derive(Debug, PartialEq, Eq)]
pub enum Item {
    /// A fenced block that shows a file.
    Block(Block),
    /// A paragraph that starts with ①, ②, …: a note on the listing above it.
    Note(Note),
}

#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// The lines of the page that it takes, fences and all, counted from 0.
    pub lines: Range<usize>,
    /// The first word after the fence: `rust`, `python`, `console`, …
    pub language: String,
    /// What stands between the fences.
    pub body: Vec<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Note {
    pub lines: Range<usize>,
    pub marks: Vec<char>,
}

/// The part of a file that an include names.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// From this line, counted from 1, to the end: a snapshot without header.
    From(usize),
    Anchor(String),
}

/// A resolved `{{#include …}}`.
#[derive(Debug, PartialEq, Eq)]
pub struct Included {
    /// From the repository's root.
    pub path: PathBuf,
    pub part: Part,
    /// The text, with a newline after each line and without anchor comments.
    pub text: String,
}

/// Is it one of the numbers ① to ⑳ that mark a place in a listing?
pub fn is_mark(c: char) -> bool {
    ('①'..='⑳').contains(&c)
}

/// The number of a mark: 1 for ①.
pub fn mark_number(mark: char) -> u32 {
    mark as u32 - '①' as u32 + 1
}

impl Page {
    /// Reads a page, named by its path from `root`.
    pub fn read(root: &Path, path: &Path) -> Result<Self, Problem> {
        let text = fs::read_to_string(root.join(path))
            .map_err(|e| Problem::new(path, 0, e.to_string()))?;
        Ok(Page::parse(path, &text))
    }

    pub fn parse(path: &Path, text: &str) -> Self {
        let lines = text.lines().map(str::to_owned).collect();
        Page { path: path.to_owned(), lines }
    }

    /// The blocks and notes of the page. A fence of an admonition is no block:
    /// what stands in it belongs to the page.
    pub fn items(&self) -> Result<Vec<Item>, Problem> {
        let mut items = Vec::new();
        let never_closed = |line: usize| {
            Problem::new(&self.path, line + 1, "this fence is never closed")
        };
        let mut admonition_fences: Vec<(String, usize)> = Vec::new();
        let mut n = 0;
        let mut paragraph_starts = true;
        while n < self.lines.len() {
            let line = self.lines[n].trim();
            if let Some((fence, info)) = opening_fence(line) {
                let open = admonition_fences.last();
                if info.is_empty() && open.is_some_and(|(f, _)| *f == fence) {
                    admonition_fences.pop();
                } else if info.starts_with("admonish") {
                    admonition_fences.push((fence, n));
                } else {
                    let start = n;
                    n += 1;
                    while n < self.lines.len() && self.lines[n].trim() != fence
                    {
                        n += 1;
                    }
                    if n == self.lines.len() {
                        return Err(never_closed(start));
                    }
                    items.push(Item::Block(Block {
                        lines: start..n + 1,
                        language: info
                            .split([' ', ','])
                            .next()
                            .unwrap_or_default()
                            .to_owned(),
                        body: self.lines[start + 1..n].to_vec(),
                    }));
                }
                paragraph_starts = true;
            } else if paragraph_starts && line.starts_with(is_mark) {
                let start = n;
                while n + 1 < self.lines.len()
                    && !self.lines[n + 1].trim().is_empty()
                {
                    n += 1;
                }
                let marks = line
                    .chars()
                    .take_while(|&c| is_mark(c) || c == ' ')
                    .filter(|&c| is_mark(c))
                    .collect();
                items.push(Item::Note(Note { lines: start..n + 1, marks }));
            } else {
                paragraph_starts = line.is_empty();
            }
            n += 1;
        }
        match admonition_fences.pop() {
            Some((_, line)) => Err(never_closed(line)),
            None => Ok(items),
        }
    }

    /// The file that a block shows.
    pub fn included(
        &self,
        root: &Path,
        block: &Block,
    ) -> Result<Included, Problem> {
        let line = block.lines.start + 2;
        let problem = |what: String| Problem::new(&self.path, line, what);
        let [body] = &block.body[..] else {
            let what = "a fenced block shows one included file, \
                        {{#include PATH}}, and holds no text of its own";
            return Err(problem(what.to_owned()));
        };
        let Some(target) = body
            .trim()
            .strip_prefix("{{#include ")
            .and_then(|rest| rest.strip_suffix("}}"))
        else {
            let what = format!(
                "a fenced block shows one included file, \
                 {{{{#include PATH}}}}, not the typed text {body:?}"
            );
            return Err(problem(what));
        };
        let (file, part) = match target.trim().split_once(':') {
            None => (target.trim(), Part::Whole),
            Some((file, part)) => {
                let lines = part.strip_suffix(':').map(str::parse);
                let part = match lines {
                    Some(Ok(first)) => Part::From(first),
                    Some(Err(_)) => {
                        return Err(problem(format!(
                            "cannot read {part:?}: an include names a whole \
                             file, an anchor, or lines as in `:4:`"
                        )));
                    }
                    None => Part::Anchor(part.to_owned()),
                };
                (file, part)
            }
        };
        let path = normal(&self.path.with_file_name(file));
        let text = fs::read_to_string(root.join(&path)).map_err(|e| {
            problem(format!("cannot include {}: {e}", path.display()))
        })?;
        let text = take(&text, &part).map_err(|what| {
            problem(format!("cannot include {}: {what}", path.display()))
        })?;
        Ok(Included { path, part, text })
    }
}

/// The fence and the words after it, if the line is a fence.
fn opening_fence(line: &str) -> Option<(String, &str)> {
    let end = line.find(|c| c != '`').unwrap_or(line.len());
    (end >= 3 && !line[end..].contains('`'))
        .then(|| (line[..end].to_owned(), line[end..].trim()))
}

fn take(text: &str, part: &Part) -> Result<String, String> {
    let mut taken = String::new();
    let mut inside = !matches!(part, Part::Anchor(_));
    let mut found = inside;
    for (n, line) in text.lines().enumerate() {
        if let Some(name) = anchor(line, "ANCHOR_END:") {
            inside &= *part != Part::Anchor(name.to_owned());
        } else if let Some(name) = anchor(line, "ANCHOR:") {
            if *part == Part::Anchor(name.to_owned()) {
                (inside, found) = (true, true);
            }
        } else if inside && !matches!(part, Part::From(first) if n + 1 < *first)
        {
            taken.push_str(line);
            taken.push('\n');
        }
    }
    match part {
        Part::Anchor(name) if !found => Err(format!("no `ANCHOR: {name}`")),
        Part::Anchor(name) if inside => Err(format!("no `ANCHOR_END: {name}`")),
        _ if taken.trim().is_empty() => Err("that part is empty".to_owned()),
        _ => Ok(taken),
    }
}

/// The name in a comment that is nothing but an anchor.
fn anchor<'a>(line: &'a str, keyword: &str) -> Option<&'a str> {
    let line = line.trim_start();
    let comment = line.strip_prefix("//").or(line.strip_prefix('#'))?;
    comment.trim_start().strip_prefix(keyword)?.split_whitespace().next()
}
