//! The names and words of the book, and where each is explained. The search
//! puts them before all else that it finds, and the printed index lists them.
//!
//! They come from the pages' titles, headings and tables, from the signals,
//! errors and system calls in the text, and from `theme/terms.toml`, which has
//! what a reader may say and no page does.

mod collected;
mod names;
mod reader;
mod term;

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use mdbook_driver::book::Book;

use crate::files::read;
use collected::Collected;
use reader::Reader;
pub use term::{Kind, Place, Term, Weight, key};

/// The words kept by hand.
const FILE: &str = "theme/terms.toml";

/// The page of the printed index, which lists the terms and adds none.
pub const INDEX: &str = "reference/index.md";

/// A page that terms lead to.
#[derive(Debug)]
pub struct PageName {
    pub title: String,
    /// From `src/`, `/` between folders, as in `process/join.md`.
    pub path: String,
}

/// All terms of a book, in the order of their names.
pub struct Terms {
    pub pages: Vec<PageName>,
    pub terms: Vec<Term>,
}

impl Terms {
    /// Reads the terms of the pages in `book`, as they are before any
    /// preprocessor, and of `theme/terms.toml`. Fails if that file cannot be
    /// read or leads to a page or heading that is not there.
    pub fn read(root: &Path, book: &Book) -> Result<Terms> {
        let mut terms = Collected::default();
        let mut pages = Vec::new();
        let mut anchors = HashMap::new();
        for chapter in book.chapters() {
            let Some(path) = &chapter.source_path else { continue };
            let path = path.display().to_string();
            let page = pages.len();
            let mut reader = Reader::new(page, &path, &mut terms);
            if path != INDEX {
                reader.title(&chapter.name);
                reader.read(&chapter.content);
            }
            anchors.insert(path.clone(), (page, reader.anchors));
            pages.push(PageName { title: chapter.name.clone(), path });
        }
        let file = root.join(FILE);
        if file.exists() {
            terms.add_chosen(&read(&file)?, &anchors).context(FILE)?;
        }
        Ok(Terms { pages, terms: terms.sorted() })
    }
}
