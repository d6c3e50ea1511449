//! The built site as one zip. Unpacked, it is read from the disk: its links are
//! relative, and it asks nothing of a server.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::build::build_fresh;
use crate::listing::files_below;
use crate::site::For;

/// Builds the book at `root` and writes it to `dest`, in a folder that is called
/// as the file is.
pub fn write(root: &Path, dest: &Path) -> Result<()> {
    let dir = TempDir::with_prefix("book-")?;
    let html = dir.path().join("html");
    build_fresh(root, &html, For::Readers)?;
    let folder = dest.file_stem().context("a zip has a name")?;
    let save = || -> Result<()> {
        let mut zip = ZipWriter::new(BufWriter::new(File::create(dest)?));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated);
        for file in files_below(&html, Path::new("")) {
            let name = Path::new(folder).join(&file);
            zip.start_file(name.to_string_lossy(), options)?;
            zip.write_all(&fs::read(html.join(file))?)?;
        }
        zip.finish()?.flush()?;
        Ok(())
    };
    save().with_context(|| format!("cannot write {}", dest.display()))
}
