//! The contents of the book that stand beside a page, with the contents of that
//! page in their place.

use std::fmt::Write;
use std::path::Path;

use mdbook_driver::book::{Book, BookItem, Chapter as Page};

use super::chapter::Chapter;
use crate::html::escape;

/// The pages of a book as a list, which has a list of each part: with the
/// beginning of a part, which opens its list, and the entry of a page.
pub fn nested(
    book: &Book,
    part: impl Fn(&str) -> String,
    mut page: impl FnMut(&Page, &Path) -> String,
) -> String {
    let mut out = "<ol>\n".to_owned();
    let mut in_part = false;
    for item in book.iter() {
        match item {
            BookItem::PartTitle(title) => {
                if in_part {
                    out.push_str("</ol></li>\n");
                }
                in_part = true;
                out.push_str(&part(title));
            }
            BookItem::Chapter(chapter) => {
                let Some(path) = &chapter.path else { continue };
                out.push_str(&page(chapter, path));
            }
            BookItem::Separator => {}
        }
    }
    if in_part {
        out.push_str("</ol></li>\n");
    }
    out + "</ol>"
}

/// The list for the page of `current`; `up` is the way to the site's root.
pub fn list(book: &Book, up: &str, current: Option<&Chapter>) -> String {
    let mut first = true;
    let part =
        |title: &str| format!("<li class=\"part\">{}<ol>\n", escape(title));
    nested(book, part, |chapter, path| {
        let file = match first {
            true => "index.html".to_owned(),
            false => path.with_extension("html").display().to_string(),
        };
        first = false;
        let current = current.filter(|c| c.file == file);
        format!(
            "<li><a href=\"{up}{}\"{}>{}</a>{}</li>\n",
            escape(&file),
            current.map_or("", |_| " aria-current=\"page\""),
            escape(&chapter.name),
            current.map(sections).unwrap_or_default(),
        )
    })
}

/// The sections of the page itself.
fn sections(chapter: &Chapter) -> String {
    let mut out = String::new();
    for section in &chapter.reading.sections {
        if section.level == 2 {
            let _ = write!(
                out,
                "<li><a href=\"#{}\">{}</a></li>",
                escape(&section.anchor),
                escape(&section.title)
            );
        }
    }
    match out.is_empty() {
        true => out,
        false => format!("<ol class=\"sections\">{out}</ol>"),
    }
}
