//! The book as a PDF: its page `print.html`, printed by Chromium. Links from page
//! to page lead through the PDF, and its outline has all headings.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

/// What Chromium and its relatives are called.
const BROWSERS: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The browser that prints: `$CHROMIUM`, or the first one on the search path.
pub fn browser() -> Option<PathBuf> {
    match env::var_os("CHROMIUM") {
        Some(browser) => Some(browser.into()),
        None => BROWSERS.iter().find_map(|name| which::which(name).ok()),
    }
}

/// Writes the site in `dir` to `dest`. Fails if there is no Chromium, or it does
/// not print.
pub fn write(dir: &Path, dest: &Path) -> Result<()> {
    print(&dir.join("print.html"), dest)
}

/// Prints a page.
pub fn print(page: &Path, dest: &Path) -> Result<()> {
    let browser = browser().context(
        "a PDF is printed by Chromium: install it, or say where it is \
         in the variable CHROMIUM",
    )?;
    let dir = TempDir::with_prefix("book-")?;
    let mut command = Command::new(&browser);
    command
        .args(["--headless", "--disable-gpu", "--no-pdf-header-footer"])
        .arg("--generate-pdf-document-outline")
        .arg(option("--user-data-dir=", &dir.path().join("profile")))
        .arg(option("--print-to-pdf=", dest))
        .arg(option("file://", page))
        .stdout(Stdio::null());
    // Chromium's sandbox refuses to work for root. It reads our own pages only.
    if fs::metadata(dir.path())?.uid() == 0 {
        command.arg("--no-sandbox");
    }
    let output = command
        .output()
        .with_context(|| format!("cannot run {}", browser.display()))?;
    if !output.status.success() || !dest.is_file() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{}: {}: {said}", browser.display(), output.status);
    }
    Ok(())
}

fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}
