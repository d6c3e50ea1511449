//! The pages of a book, as mdBook wrote them.

use std::path::Path;

use anyhow::{Context, Result};
use mdbook_driver::book::Book;

use super::reading::Reading;
use crate::files::read;

/// A page of the book, in its order.
pub struct Chapter {
    pub name: String,
    /// From the site's root, `/` between folders.
    pub file: String,
    pub reading: Reading,
}

/// Reads the pages that mdBook wrote into `dest`.
pub fn chapters(book: &Book, dest: &Path) -> Result<Vec<Chapter>> {
    let mut chapters = Vec::new();
    for chapter in book.chapters() {
        let Some(path) = &chapter.path else { continue };
        let file = path.with_extension("html").display().to_string();
        let html = read(&dest.join(&file))?;
        let reading = Reading::new(&html).with_context(|| file.clone())?;
        // mdBook writes the first page twice: it is the site's front page.
        let file = if chapters.is_empty() { "index.html".into() } else { file };
        chapters.push(Chapter { name: chapter.name.clone(), file, reading });
    }
    Ok(chapters)
}
