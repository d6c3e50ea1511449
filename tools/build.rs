//! Builds the book into a fresh folder and swaps it in, so that nobody ever
//! meets half a book: mdBook itself empties its output folder first.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;

use crate::preprocess::Pages;

/// What was built.
pub struct Built {
    pub pages: usize,
    pub took: Duration,
}

/// Builds the book at `root` into `dest`, which is replaced as a whole. On
/// failure `dest` stays as it was; the error names the page or file.
pub fn build(root: &Path, dest: &Path) -> Result<Built> {
    let name = dest.file_name().context("cannot build into `/`")?;
    let beside = |suffix: &str| {
        let mut name = name.to_owned();
        name.push(format!(".{suffix}-{}", std::process::id()));
        dest.with_file_name(name)
    };
    let (new, old) = (beside("new"), beside("old"));
    let built = build_fresh(root, &new).and_then(|built| {
        if dest.exists() {
            fs::rename(dest, &old)
                .with_context(|| format!("cannot move {}", dest.display()))?;
        }
        fs::rename(&new, dest)
            .with_context(|| format!("cannot write {}", dest.display()))?;
        Ok(built)
    });
    for leftover in [new, old] {
        if leftover.exists() {
            fs::remove_dir_all(&leftover).with_context(|| {
                format!("cannot remove {}", leftover.display())
            })?;
        }
    }
    built
}

/// Builds the book at `root` into `dest`, which is emptied first.
pub fn build_fresh(root: &Path, dest: &Path) -> Result<Built> {
    let start = Instant::now();
    let toml = root.join("book.toml");
    let mut config = Config::from_disk(&toml)
        .with_context(|| format!("cannot read {}", toml.display()))?;
    config.update_from_env()?;
    config.build.build_dir = dest.to_owned();
    let mut book =
        MDBook::load_with_config(root, config).map_err(|e| {
            match e.root_cause().downcast_ref::<io::Error>() {
            Some(cause) if cause.kind() == io::ErrorKind::NotFound => e.context(
                "write the missing page, or take it out of src/SUMMARY.md",
            ),
            _ => e.context("src/SUMMARY.md"),
        }
        })?;
    book.with_preprocessor(Pages);
    book.build()?;
    let pages = book.book.chapters().count();
    Ok(Built { pages, took: start.elapsed() })
}
