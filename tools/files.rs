//! Files and folders: what there is, and reading and writing with an error that
//! names the file.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;

/// The files in a folder and in those below it, in order, as paths from `root`.
/// A file in the place of the folder is itself the only one.
pub fn files_below(root: &Path, dir: &Path) -> Vec<PathBuf> {
    let walk = WalkDir::new(root.join(dir)).follow_links(true);
    let entries = walk.sort_by_file_name().into_iter().flatten();
    let files = entries.filter(|entry| entry.file_type().is_file());
    let below = |path: &Path| Some(path.strip_prefix(root).ok()?.to_owned());
    files.filter_map(|entry| below(entry.path())).collect()
}

/// The names in a folder, sorted; none if there is no such folder.
pub fn names(root: &Path, dir: &Path) -> Vec<String> {
    let walk = WalkDir::new(root.join(dir)).min_depth(1).max_depth(1);
    let entries = walk.sort_by_file_name().into_iter().flatten();
    let names = entries.map(|entry| entry.file_name().to_owned());
    names.filter_map(|name| name.into_string().ok()).collect()
}

/// The path without `.` and `..`.
pub fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path)
        .with_context(|| format!("cannot read {}", path.display()))
}

pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

pub fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text)
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Eight digits that differ when the contents do.
pub fn hash(contents: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(contents);
    format!("{:08x}", hasher.finish() >> 32)
}
