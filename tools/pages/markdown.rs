//! From a page's Markdown to what mdBook renders.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;
use std::path::Path;

use super::{figure, tables};
use crate::read::listing::Listing;
use crate::read::numbers::Numbers;
use crate::read::page::{Included, Item, Page, is_mark, mark_number};
use crate::read::problem::Problem;

/// A Python and a Rust block stand side by side if no line is longer.
const PAIR_COLUMNS: usize = 54;

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
        tables::prose(&mut out, &filled(next..lines.start)?, &mut cases);
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
                let figure = figure::figure(
                    listings,
                    numbers,
                    block,
                    included,
                    group,
                    &mut linked,
                );
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
    tables::prose(&mut out, &filled(next..page.lines.len())?, &mut cases);
    Ok(out)
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
