//! From a page's Markdown to what mdBook renders: blocks that include a file
//! become labelled figures, marks become links, admonitions become boxes, names
//! of numbers become those numbers.

pub mod admonish;
mod figure;
pub mod index;
mod markdown;
mod tables;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Error, Result};
use mdbook_driver::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::read::listing;
use crate::read::numbers::Numbers;
use crate::read::page::Page;
use crate::read::problem::Problem;
use crate::terms::{INDEX, Terms};

/// The preprocessor, called `book` in `book.toml`.
#[derive(Default)]
pub struct Pages {
    /// The terms of the book, if somebody has read them already.
    pub terms: Option<Arc<Terms>>,
}

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
        let index = match &self.terms {
            Some(terms) => index::markdown(terms),
            None => index::markdown(&Terms::read(root, &book)?),
        };
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
        // In the book's order, so that its first fault is the one that is told.
        let texts: Vec<Result<String, Problem>> = pages
            .par_iter()
            .map(|page| markdown::markdown(root, &listings, &numbers, page))
            .collect();
        let mut contents = HashMap::new();
        for (page, text) in pages.into_iter().zip(texts) {
            contents.insert(page.path, text?);
        }
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
