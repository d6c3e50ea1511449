//! The contents of the book that stand beside a page, with the contents of that
//! page in their place.

use std::fmt::Write;

use mdbook_driver::book::{Book, BookItem};

use super::Chapter;
use crate::highlight::escape;

/// The list for the page of `current`; `up` is the way to the site's root.
pub fn list(book: &Book, up: &str, current: Option<&Chapter>) -> String {
    let mut out = "<ol>\n".to_owned();
    let mut in_part = false;
    let mut first = true;
    for item in book.iter() {
        match item {
            BookItem::PartTitle(title) => {
                if in_part {
                    out.push_str("</ol></li>\n");
                }
                in_part = true;
                let _ =
                    writeln!(out, "<li class=\"part\">{}<ol>", escape(title));
            }
            BookItem::Chapter(chapter) => {
                let Some(path) = &chapter.path else { continue };
                let file = match first {
                    true => "index.html".to_owned(),
                    false => path.with_extension("html").display().to_string(),
                };
                first = false;
                let current = current.filter(|c| c.file == file);
                let _ = write!(
                    out,
                    "<li><a href=\"{up}{}\"{}>{}</a>",
                    escape(&file),
                    current.map_or("", |_| " aria-current=\"page\""),
                    escape(&chapter.name),
                );
                if let Some(current) = current {
                    out.push_str(&sections(current));
                }
                out.push_str("</li>\n");
            }
            BookItem::Separator => {}
        }
    }
    if in_part {
        out.push_str("</ol></li>\n");
    }
    out + "</ol>"
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
