//! Builds the book into a fresh folder and swaps it in, so that nobody ever
//! meets half a book: mdBook itself empties its output folder first.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::downloads::Kind;
use crate::draw::code;
use crate::render::{Site, render};
use crate::site::{self, For};

/// Builds the book at `root` into `dest`, which is replaced as a whole if it is
/// a book of former times, and refused if it is anything else. On failure it
/// stays as it was; the error names the page or file.
pub fn build(root: &Path, dest: &Path) -> Result<Site> {
    replace(root, dest, |_| Ok(()))
}

/// The same with the book as one file of each [`Kind`] beside the site, and
/// links to them on its pages.
pub fn publish(root: &Path, dest: &Path) -> Result<Site> {
    replace(root, dest, |site| {
        // They are made of the site that does not have them, and join it then.
        let dir = TempDir::with_prefix("book-")?;
        for kind in Kind::ALL {
            kind.write(site, &dir.path().join(kind.file()))?;
        }
        let links = Kind::ALL.map(|kind| (kind.label(), kind.file()));
        site::add_links(root, &site.dir, &links)?;
        for kind in Kind::ALL {
            let file = site.dir.join(kind.file());
            fs::copy(dir.path().join(kind.file()), &file)
                .with_context(|| format!("cannot write {}", file.display()))?;
        }
        Ok(())
    })
}

/// Writes the whole book as one file.
pub fn download(root: &Path, kind: Kind, dest: &Path) -> Result<()> {
    let dir = TempDir::with_prefix("book-")?;
    let site = render(root, &dir.path().join("html"), For::Readers)?;
    kind.write(&site, dest)
}

/// Builds the book beside `dest` and swaps it in, when `more` is done with it.
fn replace(
    root: &Path,
    dest: &Path,
    more: impl FnOnce(&Site) -> Result<()>,
) -> Result<Site> {
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
    code::recall(&colours);
    let (new, old) = (beside("new"), beside("old"));
    let built = render(root, &new, For::Readers).and_then(|site| {
        more(&site)?;
        swap(dest, &new, &old)
            .with_context(|| format!("cannot write {}", dest.display()))?;
        Ok(Site { dir: dest.to_owned(), ..site })
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
        code::keep(&colours)
            .with_context(|| format!("cannot write {}", colours.display()))?;
    }
    built
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
