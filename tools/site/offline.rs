//! The service worker, which keeps the book for reading without a network. It
//! is `theme/sw.js` after a list of all files with their hashes.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use crate::files::{self, files_below, hash, read, read_bytes};

/// What is not kept: the worker itself, and what no browser asks for.
const LEFT_OUT: [&str; 2] = [".nojekyll", "sw.js"];

/// Writes `sw.js`.
pub fn write(root: &Path, dest: &Path) -> Result<()> {
    let script = read(&root.join("theme/sw.js"))?;
    let mut hashes = BTreeMap::new();
    for file in files_below(dest, Path::new("")) {
        if !LEFT_OUT.iter().any(|name| file == Path::new(name)) {
            let contents = read_bytes(&dest.join(&file))?;
            hashes.insert(file.display().to_string(), hash(&contents));
        }
    }
    let hashes = json!(hashes);
    let worker = format!("const FILES = {hashes};\n{script}");
    files::write(&dest.join("sw.js"), &worker)
}
