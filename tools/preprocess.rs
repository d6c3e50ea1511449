//! From a page's Markdown to what mdBook renders: blocks that include a file
//! become labelled figures, marks become links, admonitions become boxes, names
//! of numbers become those numbers.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

use anyhow::{Error, Result};
use mdbook_driver::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use crate::highlight::{self, escape};
use crate::listing::{self, Listing, Program};
use crate::numbers::Numbers;
use crate::page::{Block, Included, Item, Page, is_mark, mark_number};
use crate::terms::{INDEX, Terms};
use crate::{admonish, index, page::Problem, plot, timeline};

/// A Python and a Rust block stand side by side if no line is longer.
const PAIR_COLUMNS: usize = 54;

/// The preprocessor, called `book` in `book.toml`.
pub struct Pages;

impl Preprocessor for Pages {
    fn name(&self) -> &str {
        "book"
    }

    fn run(
        &self,
        context: &PreprocessorContext,
        mut book: Book,
    ) -> Result<Book> {
        let root = &context.root;
        let src = &context.config.book.src;
        let listings = listing::all(root).map_err(Error::msg)?;
        let numbers = Numbers::read(root).map_err(Error::msg)?;
        let index = index::markdown(&Terms::read(root, &book)?);
        book.for_each_chapter_mut(|chapter| {
            if chapter.source_path.as_deref() == Some(Path::new(INDEX)) {
                chapter.content =
                    chapter.content.replace(index::MARKER, &index);
            }
        });
        let pages: Vec<Page> = book
            .chapters()
            .filter_map(|chapter| {
                let path = chapter.source_path.as_ref()?;
                Some(Page::parse(&src.join(path), &chapter.content))
            })
            .collect();
        let mut contents = in_parallel(&pages, |page| {
            markdown(root, &listings, &numbers, page)
        })
        .into_iter()
        .collect::<Result<HashMap<_, _>, Problem>>()?;
        book.for_each_chapter_mut(|chapter| {
            let path = chapter.source_path.as_ref();
            let content = path.and_then(|p| contents.remove(&src.join(p)));
            if let Some(content) = content {
                chapter.content = content;
            }
        });
        admonish::run(context, book)
    }

    fn supports_renderer(&self, renderer: &str) -> Result<bool> {
        Ok(renderer == "html")
    }
}

/// Does the work for each page, on as many threads as there are processors: most
/// of a build's time goes into the colours of the listings.
fn in_parallel(
    pages: &[Page],
    work: impl Fn(&Page) -> Result<String, Problem> + Sync,
) -> Vec<Result<(PathBuf, String), Problem>> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let n = next.fetch_add(1, Relaxed);
            let Some(page) = pages.get(n) else { break done };
            let text = work(page).map(|text| (page.path.clone(), text));
            done.push((n, text));
        }
    };
    let threads = thread::available_parallelism().map_or(1, Into::into);
    thread::scope(|scope| {
        let workers: Vec<_> =
            (0..threads).map(|_| scope.spawn(worker)).collect();
        let done = workers.into_iter().map(|worker| worker.join());
        let done = done.map(|done| done.expect("no page is a panic"));
        // In the book's order, so that its first fault is the one that is told.
        let done: BTreeMap<_, _> = done.flatten().collect();
        done.into_values().collect()
    })
}

/// The Markdown of one page, with its blocks and notes rewritten.
pub fn markdown(
    root: &Path,
    listings: &[Listing],
    numbers: &Numbers,
    page: &Page,
) -> Result<String, Problem> {
    let items = page.items()?;
    let mut blocks = Vec::new();
    for item in &items {
        blocks.push(match item {
            Item::Block(block) => Some(page.included(root, block)?),
            Item::Note(_) => None,
        });
    }
    // Text with its numbers filled in, line by line.
    let filled = |lines: Range<usize>| -> Result<Vec<String>, Problem> {
        let line = |n: usize| {
            let filled = numbers.fill(&page.lines[n]);
            filled.map_err(|what| Problem::new(&page.path, n + 1, what))
        };
        lines.map(line).collect()
    };
    let mut out = String::new();
    let mut next = 0;
    // The number of the listings that the next notes explain, counted from 1.
    let mut group = 1;
    let mut linked = BTreeSet::new();
    let mut cases = BTreeSet::new();
    for (n, item) in items.iter().enumerate() {
        let lines = match item {
            Item::Block(block) => &block.lines,
            Item::Note(note) => &note.lines,
        };
        prose(&mut out, &filled(next..lines.start)?, &mut cases);
        next = lines.end;
        match (item, &blocks[n]) {
            (Item::Note(note), _) => {
                let text = filled(note.lines.clone())?.join("\n");
                let text = text.trim_start_matches(|c| is_mark(c) || c == ' ');
                out.push_str("<div class=\"note\">\n<p class=\"marks\">");
                for &mark in &note.marks {
                    let n = mark_number(mark);
                    let _ = write!(
                        out,
                        "<a class=\"mark\" id=\"note-{group}-{n}\" \
                         href=\"#code-{group}-{n}\" aria-label=\"Mark {n}, \
                         back to the listing\" data-n=\"{n}\">{mark}</a>"
                    );
                }
                let _ = write!(out, "</p>\n<div>\n\n{text}\n\n</div></div>\n");
                if !matches!(items.get(n + 1), Some(Item::Note(_))) {
                    group += 1;
                    linked.clear();
                }
            }
            (Item::Block(block), Some(included)) => {
                let paired = |a: usize| pair(page, &items, &blocks, a);
                if paired(n) {
                    out.push_str("<div class=\"pair\">\n\n");
                }
                let figure = match block.language.as_str() {
                    "plot" | "numbers" => measured(numbers, block, included),
                    _ => figure(listings, block, included, group, &mut linked),
                };
                let figure = figure.map_err(|what| {
                    Problem::new(&page.path, block.lines.start + 1, what)
                })?;
                out.push_str(&figure);
                if n > 0 && paired(n - 1) {
                    out.push_str("\n</div>\n");
                }
            }
            (Item::Block(_), None) => unreachable!("each block was included"),
        }
    }
    prose(&mut out, &filled(next..page.lines.len())?, &mut cases);
    Ok(out)
}

/// Lines that stay as they are, but for tables.
fn prose(out: &mut String, lines: &[String], cases: &mut BTreeSet<String>) {
    let mut of_cases = false;
    for (n, line) in lines.iter().enumerate() {
        if !line.starts_with('|') {
            out.push_str(line);
        } else if n == 0 || !lines[n - 1].starts_with('|') {
            of_cases = first_cell(line).trim() == "Case";
            out.push_str(&with_breaks(line));
        } else if of_cases && !line.starts_with("|--") {
            out.push_str(&with_breaks(&with_anchor(line, cases)));
        } else {
            out.push_str(&with_breaks(line));
        }
        out.push('\n');
    }
}

/// What stands in the first cell of a table's row.
fn first_cell(row: &str) -> &str {
    let cell = &row[1..];
    let mut ends = cell.match_indices('|').map(|(at, _)| at);
    let end = ends.find(|&at| !cell[..at].ends_with('\\'));
    &cell[..end.unwrap_or(cell.len())]
}

/// The row of a table of cases with an address of its own: what is in its first
/// cell leads to itself, as a heading does. `cases` are those that are taken.
fn with_anchor(row: &str, cases: &mut BTreeSet<String>) -> String {
    let cell = first_cell(row);
    let rest = &row[1 + cell.len()..];
    let cell = cell.trim();
    let id = case_id(cell, cases);
    if cell.contains("](") {
        return format!("| <span id=\"{id}\">{cell}</span> {rest}");
    }
    format!("| <a class=\"case\" id=\"{id}\" href=\"#{id}\">{cell}</a> {rest}")
}

/// What a case is called in an address: its words, without what they lead to.
fn case_id(cell: &str, cases: &mut BTreeSet<String>) -> String {
    let mut parts = cell.split("](");
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.split_once(')').map_or(part, |(_, after)| after);
        words.push_str(after);
    }
    let words = words.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let id = format!("case-{}", words.join("-"));
    let free = (1..).map(|n| match n {
        1 => id.clone(),
        n => format!("{id}-{n}"),
    });
    let mut free = free.skip_while(|id| cases.contains(id));
    let id = free.next().expect("there are more numbers than cases");
    cases.insert(id.clone());
    id
}

/// The code in tables: a name such as `std::process::Command` may break at its
/// joints, or a table would be wider than a telephone.
fn with_breaks(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for (n, part) in line.split('`').enumerate() {
        // The odd parts stand between two backticks.
        if n % 2 == 0 {
            out.push_str(part);
            continue;
        }
        // What Markdown would read as something else stays code.
        let mut code = String::new();
        for c in part.replace("\\|", "|").chars() {
            match c {
                '*' | '[' | ']' | '\\' | '~' | '|' => {
                    let _ = write!(code, "&#{};", c as u32);
                }
                '_' => code.push_str("&#95;<wbr>"),
                c => code.push_str(&escape(&c.to_string())),
            }
        }
        let code = code.replace("::", "::<wbr>").replace('(', "<wbr>(");
        let code = code.replace('.', ".<wbr>");
        let _ = write!(out, "<code>{code}</code>");
    }
    out
}

/// Do item `a` and the next one stand side by side?
fn pair(
    page: &Page,
    items: &[Item],
    blocks: &[Option<Included>],
    a: usize,
) -> bool {
    let (Some(Item::Block(left)), Some(Item::Block(right))) =
        (items.get(a), items.get(a + 1))
    else {
        return false;
    };
    let between = &page.lines[left.lines.end..right.lines.start];
    let narrow = |n: usize| {
        blocks[n].as_ref().is_some_and(|included| {
            let columns = |line: &str| line.chars().count();
            included.text.lines().map(columns).max() <= Some(PAIR_COLUMNS)
        })
    };
    left.language == "python"
        && right.language == "rust"
        && between.iter().all(|line| line.trim().is_empty())
        && narrow(a)
        && narrow(a + 1)
}

/// A block of numbers that were measured, as a picture or as a table.
fn measured(
    numbers: &Numbers,
    block: &Block,
    included: &Included,
) -> Result<String, String> {
    let html = match block.language.as_str() {
        "plot" => plot::figure(numbers, &included.text),
        _ => numbers.table(&included.text).map(|table| {
            format!("<figure class=\"numbers\">\n{table}</figure>\n")
        }),
    };
    html.map_err(|what| format!("{}: {what}", included.path.display()))
}

/// One block as HTML. A blank line would end an HTML block of Markdown, so
/// there is none outside of `<pre>`.
fn figure(
    listings: &[Listing],
    block: &Block,
    included: &Included,
    group: usize,
    linked: &mut BTreeSet<(usize, char)>,
) -> Result<String, String> {
    let Included { path, text, .. } = included;
    let file = escape(&path.display().to_string());
    let text = text.trim_end();
    let language = match block.language.as_str() {
        "timeline" => {
            let svg = timeline::svg(text)
                .map_err(|what| format!("{}: {what}", path.display()))?;
            return Ok(format!("<figure>\n{svg}\n</figure>\n"));
        }
        "console" => return output(listings, path, text),
        "diff" => "Difference",
        "rust" => "Rust",
        "python" => "Python",
        "toml" => "TOML",
        other => return Err(format!("no figure is made for {other:?}")),
    };
    let file = match language {
        "Difference" => file.trim_end_matches(".diff.snap").to_owned() + ".rs",
        _ => file,
    };
    // A path breaks after its folders, where it has no room.
    let file = file.replace('/', "/<wbr>");
    let code = highlight::html(&block.language, text);
    let code = link_marks(&code, group, linked);
    Ok(format!(
        "<figure class=\"listing\">\n<figcaption><span>{file}</span> \
         <b>{language}</b></figcaption>\n\n\
         <pre tabindex=\"0\"><code>{code}</code></pre>\n\n</figure>\n"
    ))
}

/// A snapshot: the command, which is all that the copy button copies, and under
/// it what it prints.
fn output(
    listings: &[Listing],
    path: &Path,
    text: &str,
) -> Result<String, String> {
    let (command, output) = text.split_once('\n').unwrap_or((text, ""));
    let command = command.strip_prefix("$ ").ok_or_else(|| {
        format!("{} does not begin with `$ COMMAND`", path.display())
    })?;
    let mut labels = Vec::new();
    if let Some((program, twin)) = printed_by(listings, path) {
        labels.push(match (twin, &program.twin) {
            (true, _) => "Python",
            (false, Some(_)) if !program.twin_differs => "Rust and Python",
            (false, _) => "Rust",
        });
        labels.extend(program.masks.iter().map(|mask| mask.label()));
    }
    Ok(format!(
        "<figure class=\"listing output\">\n<figcaption><span>Output</span> \
         <b>{}</b></figcaption>\n\n\
         <pre class=\"command\"><code>{}</code></pre>\n\n\
         <pre tabindex=\"0\"><samp>{}</samp></pre>\n\n</figure>\n",
        labels.join(" · "),
        escape(command),
        escape(output)
    ))
}

/// The program whose snapshot this is, and whether it is its twin's own one.
fn printed_by<'a>(
    listings: &'a [Listing],
    path: &Path,
) -> Option<(&'a Program, bool)> {
    listings.iter().find_map(|listing| {
        listing.programs.iter().find_map(|program| {
            let of_rust = listing.snapshot(program) == path;
            let of_twin = listing.twin_snapshot(program) == path;
            (of_rust || of_twin).then_some((program, of_twin))
        })
    })
}

/// Makes a link of each mark, to the note that explains it. The first listing
/// of a group that has the mark is where the note leads back to.
fn link_marks(
    code: &str,
    group: usize,
    linked: &mut BTreeSet<(usize, char)>,
) -> String {
    let mut out = String::with_capacity(code.len());
    for c in code.chars() {
        if !is_mark(c) {
            out.push(c);
            continue;
        }
        let n = mark_number(c);
        let id = match linked.insert((group, c)) {
            true => format!(" id=\"code-{group}-{n}\""),
            false => String::new(),
        };
        let _ = write!(
            out,
            "<a class=\"mark\"{id} href=\"#note-{group}-{n}\" \
             aria-label=\"Mark {n}, to its note\" data-n=\"{n}\">{c}</a>"
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::prose;

    #[test]
    fn each_case_has_an_address() {
        let table = "| Case | Rust |\n|---|---|\n| `a \\| b` fails | `x` |\n\
                     | `A`, b: fails | |\n| [no `x`](x.md), now | |\n\
                     \n| Name | |\n|---|---|\n| x | |";
        let lines: Vec<String> = table.lines().map(str::to_owned).collect();
        let mut out = String::new();
        prose(&mut out, &lines, &mut BTreeSet::new());
        let rows: Vec<&str> = out.lines().collect();
        let link = |id: &str, text: &str| {
            format!(
                "| <a class=\"case\" id=\"{id}\" href=\"#{id}\">{text}</a> |"
            )
        };
        let first = link("case-a-b-fails", "<code>a &#124; b</code> fails");
        assert_eq!(rows[2], first + " <code>x</code> |");
        let second = link("case-a-b-fails-2", "<code>A</code>, b: fails");
        assert_eq!(rows[3], second + " |");
        let third =
            "<span id=\"case-no-x-now\">[no <code>x</code>](x.md), now</span>";
        assert_eq!(rows[4], format!("| {third} | |"));
        assert_eq!(rows[8], "| x | |");
    }
}
