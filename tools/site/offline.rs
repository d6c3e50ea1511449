//! The service worker, which keeps the book for reading without a network. It
//! is `theme/sw.js` after a list of all files with their hashes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use crate::listing::files_below;

/// Writes `sw.js`.
pub fn write(root: &Path, dest: &Path) -> Result<()> {
    let script = root.join("theme/sw.js");
    let script = super::read(&script)?;
    let mut files = BTreeMap::new();
    for file in files_below(dest, Path::new("")) {
        if file == Path::new(".nojekyll") {
            continue;
        }
        let contents = fs::read(dest.join(&file))
            .with_context(|| format!("cannot read {}", file.display()))?;
        files.insert(file.display().to_string(), super::hash(&contents));
    }
    let files = json!(files);
    super::write(
        &dest.join("sw.js"),
        &format!("const FILES = {files};\n{script}"),
    )
}
