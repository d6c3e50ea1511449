//! From the sources of the book to a site in a folder: mdBook reads them, our
//! pages are its [preprocessor](Pages), it renders them, and what it leaves open
//! is [finished](site::finish).

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_driver::book::Book;
use mdbook_driver::config::Config;

use crate::pages::Pages;
use crate::site::{self, Address, For};
use crate::terms::Terms;

/// A site that was built.
pub struct Site {
    /// The folder that it is in.
    pub dir: PathBuf,
    /// The folder of its book, and what `book.toml` says.
    pub root: PathBuf,
    pub config: Config,
    /// The pages, as they were before any preprocessor.
    pub book: Book,
    pub took: Duration,
}

impl Site {
    /// The number of its pages.
    pub fn pages(&self) -> usize {
        self.book.chapters().count()
    }
}

/// Builds the book at `root` into `dest`, which is emptied first. The error
/// names the page or file.
pub fn render(root: &Path, dest: &Path, audience: For) -> Result<Site> {
    let start = Instant::now();
    let toml = root.join("book.toml");
    let mut config = Config::from_disk(&toml)
        .with_context(|| format!("cannot read {}", toml.display()))?;
    config.update_from_env()?;
    config.build.build_dir = dest.to_owned();
    let address: Option<String> = config.get("preprocessor.book.address")?;
    let address = address.as_deref().map(Address::new).transpose()?;
    if let Some(address) = &address {
        config.set("output.html.site-url", address.path())?;
    }
    let mut book =
        MDBook::load_with_config(root, config).map_err(|e| {
            match e.root_cause().downcast_ref::<io::Error>() {
            Some(cause) if cause.kind() == io::ErrorKind::NotFound => e.context(
                "write the missing page, or take it out of src/SUMMARY.md",
            ),
            _ => e.context("src/SUMMARY.md"),
        }
        })?;
    let terms = Arc::new(Terms::read(root, &book.book)?);
    book.with_preprocessor(Pages { terms: Some(Arc::clone(&terms)) });
    book.build()?;
    let address = address.as_ref();
    site::finish(root, &book.book, &terms, dest, address, audience)?;
    let MDBook { root, config, book, .. } = book;
    Ok(Site { dir: dest.to_owned(), root, config, book, took: start.elapsed() })
}
