//! The whole book as one file, made of a built site.

mod epub;
pub mod pdf;
mod xhtml;
mod zip;

use std::path::Path;

use anyhow::Result;

use crate::render::Site;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For e-readers.
    Epub,
    /// For paper.
    Pdf,
    /// The site, to unpack and read.
    Zip,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Epub, Kind::Pdf, Kind::Zip];

    /// The kind whose files have this ending, which is its command, too.
    pub fn of(ending: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| {
            kind.file().rsplit_once('.').is_some_and(|(_, e)| e == ending)
        })
    }

    /// What the link to the file says.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Epub => "EPUB",
            Kind::Pdf => "PDF",
            Kind::Zip => "Zip",
        }
    }

    /// What the file is called beside the site.
    pub fn file(self) -> &'static str {
        match self {
            Kind::Epub => "process-by-process.epub",
            Kind::Pdf => "process-by-process.pdf",
            Kind::Zip => "process-by-process.zip",
        }
    }

    /// Writes a site for readers to `dest`.
    pub fn write(self, site: &Site, dest: &Path) -> Result<()> {
        match self {
            Kind::Epub => epub::write(site, dest),
            Kind::Pdf => pdf::write(&site.dir, dest),
            Kind::Zip => zip::write(&site.dir, dest),
        }
    }
}
