//! Builds the book into a fresh folder and swaps it in, so that nobody ever
//! meets half a book: mdBook itself empties its output folder first.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;

use crate::preprocess::Pages;
use crate::site::{self, Address, DOWNLOADS, For};
use crate::{archive, epub, highlight, pdf};

/// What was built.
pub struct Built {
    pub pages: usize,
    pub took: Duration,
}

/// Builds the book at `root` into `dest`, which is replaced as a whole if it is
/// a book of former times, and refused if it is anything else. On failure it
/// stays as it was; the error names the page or file.
pub fn build(root: &Path, dest: &Path, audience: For) -> Result<Built> {
    let name = dest.file_name().context("cannot build into `/`")?;
    let beside = |suffix: &str| {
        let mut name = name.to_owned();
        name.push(format!(".{suffix}-{}", std::process::id()));
        dest.with_file_name(name)
    };
    let is_book = dest.join(".nojekyll").is_file();
    let is_empty = fs::read_dir(dest).is_ok_and(|mut dir| dir.next().is_none());
    if dest.exists() && !is_book && !is_empty {
        bail!("{} holds something else than a book", dest.display());
    }
    // Colouring takes half of a build; a second one colours what has changed.
    let target = root.join("target");
    let colours = target.join("colours.json");
    highlight::recall(&colours);
    let (new, old) = (beside("new"), beside("old"));
    let built = build_fresh(root, &new, audience).and_then(|built| {
        if audience == For::Web {
            for (kind, file) in DOWNLOADS {
                download(root, kind, &new.join(file))?;
            }
        }
        swap(dest, &new, &old)
            .with_context(|| format!("cannot write {}", dest.display()))?;
        Ok(built)
    });
    // Without a book in its place, the last one is kept where it is.
    let kept = !dest.exists();
    for leftover in [Some(new), (!kept).then_some(old)].into_iter().flatten() {
        if leftover.exists() {
            fs::remove_dir_all(&leftover).with_context(|| {
                format!("cannot remove {}", leftover.display())
            })?;
        }
    }
    if built.is_ok() && target.is_dir() {
        highlight::keep(&colours)
            .with_context(|| format!("cannot write {}", colours.display()))?;
    }
    built
}

/// Writes the whole book as one file of a kind: EPUB, PDF or zip.
pub fn download(root: &Path, kind: &str, dest: &Path) -> Result<()> {
    match kind.to_lowercase().as_str() {
        "epub" => epub::write(root, dest),
        "pdf" => pdf::write(root, dest),
        "zip" => archive::write(root, dest),
        _ => bail!("no file of the kind {kind:?} is made of the book"),
    }
}

/// Puts `new` in the place of `dest`, and what was there into `old`.
fn swap(dest: &Path, new: &Path, old: &Path) -> io::Result<()> {
    if dest.exists() {
        fs::rename(dest, old)?;
    }
    fs::rename(new, dest).inspect_err(|_| {
        let _ = fs::rename(old, dest);
    })
}

/// Builds the book at `root` into `dest`, which is emptied first.
pub fn build_fresh(root: &Path, dest: &Path, audience: For) -> Result<Built> {
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
    book.with_preprocessor(Pages);
    book.build()?;
    site::finish(root, &book.book, dest, address.as_ref(), audience)?;
    let pages = book.book.chapters().count();
    Ok(Built { pages, took: start.elapsed() })
}
