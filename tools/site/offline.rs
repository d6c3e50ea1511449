//! The service worker, which keeps the book for reading without a network. It
//! is `theme/sw.js` after a list of all files with their hashes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use crate::listing::names;

/// Writes `sw.js`.
pub fn write(root: &Path, dest: &Path) -> Result<()> {
    let script = root.join("theme/sw.js");
    let script = super::read(&script)?;
    let mut files = BTreeMap::new();
    add(dest, Path::new(""), &mut files)?;
    let files = json!(files);
    super::write(
        &dest.join("sw.js"),
        &format!("const FILES = {files};\n{script}"),
    )
}

/// Adds each file below `dir` with its hash.
fn add(
    dest: &Path,
    dir: &Path,
    files: &mut BTreeMap<String, String>,
) -> Result<()> {
    for name in names(dest, dir) {
        let file = dir.join(&name);
        let path = dest.join(&file);
        if path.is_dir() {
            add(dest, &file, files)?;
        } else if name != ".nojekyll" {
            let contents = fs::read(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(file.display().to_string(), super::hash(&contents));
        }
    }
    Ok(())
}
