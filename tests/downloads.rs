//! The book as one file: the EPUB passes `epubcheck`, the PDF has all pages and
//! its links, the zip is the site.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use book::{archive, epub, pdf};
use libtest_mimic::{Arguments, Failed, Trial};
use tempfile::TempDir;
use zip::ZipArchive;

/// Debian's package has a jar that is called as a program would be.
const EPUBCHECK: &str = "/usr/bin/epubcheck";

fn main() {
    let arguments = Arguments::from_args();
    let root: &'static Path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_ci = std::env::var_os("CI").is_some();
    let epubcheck = Path::new(EPUBCHECK).is_file();
    let browser = pdf::browser().is_some();
    let trials = vec![
        Trial::test("epubcheck has nothing to say", || check_epub(root))
            .with_ignored_flag(!epubcheck && !is_ci),
        Trial::test("the PDF has its links", || check_pdf(root))
            .with_ignored_flag(!browser && !is_ci),
        Trial::test("the zip is the site", || check_zip(root)),
    ];
    libtest_mimic::run(&arguments, trials).exit();
}

fn check_epub(root: &Path) -> Result<(), Failed> {
    let dir = TempDir::new()?;
    let file = dir.path().join("book.epub");
    epub::write(root, &file).map_err(|e| format!("{e:#}"))?;
    let output = Command::new("java")
        .args(["-jar", EPUBCHECK, "--failonwarnings"])
        .arg(&file)
        .output()?;
    match output.status.success() {
        true => Ok(()),
        false => {
            Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
        }
    }
}

fn check_pdf(root: &Path) -> Result<(), Failed> {
    let dir = TempDir::new()?;
    let file = dir.path().join("book.pdf");
    pdf::write(root, &file).map_err(|e| format!("{e:#}"))?;
    let pdf = fs::read(&file)?;
    // Chromium leaves all but the pages' contents unpacked.
    let count = |words: &[u8]| {
        pdf.windows(words.len()).filter(|part| *part == words).count()
    };
    let inside = count(b"/Dest /") + count(b"/Dest/");
    let outlines = count(b"/Outlines");
    if inside < 100 || outlines == 0 {
        let what = format!("{inside} links in the book, {outlines} outlines");
        return Err(what.into());
    }
    // A link to a file was a link to a page, before the pages were one.
    match count(b"/URI (file:") + count(b"/URI(file:") {
        0 => Ok(()),
        dead => Err(format!("{dead} links lead out of the PDF").into()),
    }
}

fn check_zip(root: &Path) -> Result<(), Failed> {
    let dir = TempDir::new()?;
    let file = dir.path().join("process.zip");
    archive::write(root, &file).map_err(|e| format!("{e:#}"))?;
    let zip = ZipArchive::new(File::open(&file)?)?;
    for name in ["process/index.html", "process/process/join.html"] {
        if zip.index_for_name(name).is_none() {
            return Err(format!("{name} is not in it").into());
        }
    }
    Ok(())
}
