//! The built site as one zip. Unpacked, it is read from the disk: its links are
//! relative, and it asks nothing of a server.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::files::{files_below, read_bytes};

/// A zip that is being written.
pub struct Zip(ZipWriter<BufWriter<File>>);

impl Zip {
    /// Writes a zip to `dest`: what `fill` adds to it.
    pub fn write(
        dest: &Path,
        fill: impl FnOnce(&mut Zip) -> Result<()>,
    ) -> Result<()> {
        let save = || -> Result<()> {
            let mut zip =
                Zip(ZipWriter::new(BufWriter::new(File::create(dest)?)));
            fill(&mut zip)?;
            zip.0.finish()?.flush()?;
            Ok(())
        };
        save().with_context(|| format!("cannot write {}", dest.display()))
    }

    pub fn add(&mut self, name: &str, contents: &[u8]) -> Result<()> {
        self.add_by(CompressionMethod::Deflated, name, contents)
    }

    /// Adds a file as it is, not packed.
    pub fn store(&mut self, name: &str, contents: &[u8]) -> Result<()> {
        self.add_by(CompressionMethod::Stored, name, contents)
    }

    fn add_by(
        &mut self,
        method: CompressionMethod,
        name: &str,
        contents: &[u8],
    ) -> Result<()> {
        let options = SimpleFileOptions::default().compression_method(method);
        self.0.start_file(name, options)?;
        Ok(self.0.write_all(contents)?)
    }
}

/// Writes the site in `dir` to `dest`, in a folder that is called as the file is.
pub fn write(dir: &Path, dest: &Path) -> Result<()> {
    let folder = dest.file_stem().context("a zip has a name")?;
    Zip::write(dest, |zip| {
        for file in files_below(dir, Path::new("")) {
            let name = Path::new(folder).join(&file);
            zip.add(&name.to_string_lossy(), &read_bytes(&dir.join(file))?)?;
        }
        Ok(())
    })
}
