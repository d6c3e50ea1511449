//! What the site has and mdBook does not make: the contents beside each page,
//! descriptions for search engines, an index for the search, a list of files
//! for reading offline. It is a pass over the pages that mdBook wrote with
//! `theme/index.hbs`.

mod address;
mod chapter;
pub mod contents;
mod frame;
mod offline;
mod reading;
mod search;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mdbook_driver::book::Book;

use crate::files::{hash, names, read, write};
use crate::terms::Terms;
pub use address::Address;
use address::sitemap;
use chapter::chapters;
use frame::{Frame, make_absolute};

/// The beginnings of the files that mdBook writes for a frame of its own.
const UNUSED: [&str; 10] = [
    "ayu-highlight",
    "clipboard",
    "css/chrome",
    "css/general",
    "css/print",
    "css/variables",
    "highlight",
    "toc-",
    "toc.html",
    "tomorrow-night",
];

/// For whom the site is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// An author who looks at what was just saved: nothing may be kept.
    Author,
    /// Readers, for whom browsers may keep the whole book.
    Readers,
}

/// Finishes the site that mdBook wrote into `dest`. Fails if mdBook's pages are
/// not the ones that this was written for.
pub fn finish(
    root: &Path,
    book: &Book,
    terms: &Terms,
    dest: &Path,
    address: Option<&Address>,
    audience: For,
) -> Result<()> {
    remove_unused(dest)?;
    let offline = audience == For::Readers;
    let chapters = chapters(book, dest)?;
    let first = book.chapters().next().and_then(|c| c.path.as_ref());
    let first = first.context("the book has no page")?.with_extension("html");

    let ask = read(&root.join("theme/terms.js"))?;
    let index = search::script(&chapters, terms, &ask)?;
    let index_file = format!("search-index-{}.js", hash(index.as_bytes()));
    write(&dest.join(&index_file), &index)?;
    let frame = Frame { dest, book, index: &index_file, address, offline };
    for (n, chapter) in chapters.iter().enumerate() {
        frame.finish(&chapter.file, Some(chapter))?;
        if n == 0 {
            frame.finish(&first.display().to_string(), Some(chapter))?;
        }
    }
    frame.finish("print.html", None)?;
    frame.finish("404.html", None)?;
    make_absolute(dest, address.map_or("/", Address::path))?;

    if let Some(address) = address {
        write(&dest.join("sitemap.xml"), &sitemap(address, &chapters))?;
        let card = root.join("theme/card.png");
        fs::copy(&card, dest.join("card.png"))
            .with_context(|| format!("cannot copy {}", card.display()))?;
    }
    if offline {
        offline::write(root, dest)?;
    }
    Ok(())
}

/// Adds links to the files beside a finished site for readers: labels and names.
pub fn add_links(
    root: &Path,
    dest: &Path,
    links: &[(&str, &str)],
) -> Result<()> {
    frame::add_links(dest, links)?;
    offline::write(root, dest)
}

fn remove_unused(dest: &Path) -> Result<()> {
    for start in UNUSED {
        let path = dest.join(start);
        let dir = path.parent().unwrap_or(dest);
        let start = path.file_name().unwrap_or_default().to_string_lossy();
        let mut found = false;
        for name in names(dir, Path::new("")) {
            if name.starts_with(&*start) {
                fs::remove_file(dir.join(name))?;
                found = true;
            }
        }
        if !found {
            bail!("mdBook no longer writes {}", path.display());
        }
    }
    Ok(fs::remove_dir(dest.join("css"))?)
}
