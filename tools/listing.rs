//! The listings: crates below `listings/`, found by their place alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::mask::Mask;

/// A crate of listings: `listings/process/join`, package `join`.
pub struct Listing {
    /// From the repository's root.
    pub dir: PathBuf,
    pub package: String,
    /// Whether `cargo run -p NAME` knows which of its programs to run.
    pub runs: bool,
    /// Its programs, `main` first.
    pub programs: Vec<Program>,
    metadata: Value,
}

/// One program in Rust, in Python, or in both.
#[derive(Clone)]
pub struct Program {
    /// `main`, or the name of the file in `src/bin` and of the twin.
    pub name: String,
    /// From the repository's root.
    pub rust: Option<PathBuf>,
    /// The Python twin, from the repository's root.
    pub twin: Option<PathBuf>,
    /// There is no Rust program, or the twin prints something else, so that it
    /// has a snapshot of its own.
    pub twin_differs: bool,
    /// What the snapshot masks, as the crate's `Cargo.toml` declares it.
    pub masks: Vec<Mask>,
    /// The one system on which it can run (`std::env::consts::OS`).
    pub only: Option<String>,
}

impl Listing {
    /// Is it the library that the book builds? Its files may be long, and pages
    /// show them part by part.
    pub fn is_library(&self) -> bool {
        self.package == "multiprocessing"
    }

    /// The page that shows it: `src/process/join.md`.
    pub fn page(&self) -> PathBuf {
        let below = self.dir.strip_prefix("listings").unwrap_or(&self.dir);
        Path::new("src").join(below).with_extension("md")
    }

    /// Every file of it that a page has to show.
    pub fn files(&self, root: &Path) -> Vec<PathBuf> {
        let mut files = files_below(root, &self.dir.join("src"));
        let names = names(root, &self.dir).into_iter();
        files.extend(names.map(|name| self.dir.join(name)));
        files.retain(|file| {
            let shown = ["rs", "py", "snap", "timeline", "plot", "numbers"];
            root.join(file).is_file()
                && file
                    .extension()
                    .is_some_and(|e| shown.iter().any(|s| e == *s))
        });
        files
    }

    fn read(root: &Path, dir: &Path) -> Result<Self, String> {
        let file = dir.join("Cargo.toml");
        let text = fs::read_to_string(root.join(&file))
            .map_err(|e| format!("{}: {e}", file.display()))?;
        let manifest: Value = toml::from_str(&text)
            .map_err(|e| format!("{}: {e}", file.display()))?;
        let package = manifest["package"]["name"].as_str().unwrap_or_default();
        let mut listing = Listing {
            dir: dir.to_owned(),
            package: package.to_owned(),
            runs: true,
            programs: Vec::new(),
            metadata: manifest["package"]["metadata"]["listing"].clone(),
        };
        let stems = |dir: &Path, ending: &str| {
            let names = names(root, dir).into_iter();
            names
                .filter_map(|name| Some(name.strip_suffix(ending)?.to_owned()))
                .collect::<BTreeSet<String>>()
        };
        let mut programs = stems(&dir.join("src/bin"), ".rs");
        programs.extend(stems(dir, ".py"));
        programs.remove("main");
        listing.add(root, "main")?;
        for name in programs {
            listing.add(root, &name)?;
        }
        let binaries = listing.programs.iter().filter(|p| p.rust.is_some());
        listing.runs = binaries.count() < 2
            || manifest["package"]["default-run"] == listing.package;
        if let Value::Object(declared) = &listing.metadata {
            for name in declared.keys() {
                if !listing.programs.iter().any(|p| p.name == *name) {
                    return Err(format!(
                        "{}: metadata for `{name}`, which is no program here",
                        file.display()
                    ));
                }
            }
        }
        Ok(listing)
    }

    fn add(&mut self, root: &Path, name: &str) -> Result<(), String> {
        let declared = &self.metadata[name];
        let mut masks = Vec::new();
        for mask in declared["masks"].as_array().into_iter().flatten() {
            masks.push(match mask.as_str() {
                Some("pids") => Mask::Pids,
                Some("order") => Mask::Order,
                _ => {
                    return Err(format!(
                        "{}: no mask is called {mask}",
                        self.dir.join("Cargo.toml").display()
                    ));
                }
            });
        }
        let existing = |file: String| {
            let file = self.dir.join(file);
            root.join(&file).is_file().then_some(file)
        };
        let rust = existing(match name {
            "main" => "src/main.rs".to_owned(),
            name => format!("src/bin/{name}.rs"),
        });
        let twin = existing(format!("{name}.py"));
        if rust.is_none() && twin.is_none() {
            return Ok(()); // a library has no `main`
        }
        self.programs.push(Program {
            name: name.to_owned(),
            twin,
            twin_differs: rust.is_none()
                || existing(format!("{name}.py.snap")).is_some(),
            rust,
            masks,
            only: match declared["only"].as_str() {
                None => None,
                Some(system @ ("linux" | "macos")) => Some(system.to_owned()),
                Some(other) => {
                    return Err(format!(
                        "{}: no system is called {other:?}",
                        self.dir.join("Cargo.toml").display()
                    ));
                }
            },
        });
        Ok(())
    }

    /// The command that runs a program of this crate.
    pub fn command(&self, program: &Program) -> String {
        match program.name.as_str() {
            "main" => format!("cargo run -p {}", self.package),
            name => format!("cargo run -p {} --bin {name}", self.package),
        }
    }

    /// The snapshot of what a program prints; its twin prints the same.
    pub fn snapshot(&self, program: &Program) -> PathBuf {
        self.dir.join(format!("{}.snap", program.name))
    }

    /// The snapshot of a twin that prints what no Rust program does.
    pub fn twin_snapshot(&self, program: &Program) -> PathBuf {
        self.dir.join(format!("{}.py.snap", program.name))
    }
}

/// Every crate below `listings/`, in order of their paths.
pub fn all(root: &Path) -> Result<Vec<Listing>, String> {
    let mut dirs = Vec::new();
    for part in names(root, Path::new("listings")) {
        let part = Path::new("listings").join(part);
        dirs.push(part.clone());
        dirs.extend(names(root, &part).into_iter().map(|n| part.join(n)));
    }
    dirs.retain(|dir| root.join(dir).join("Cargo.toml").is_file());
    if dirs.is_empty() {
        return Err(format!("no listings in {}", root.display()));
    }
    dirs.into_iter().map(|dir| Listing::read(root, &dir)).collect()
}

/// The files in a folder and in those below it, as paths from `root`. A file in
/// the place of the folder is itself the only one.
pub fn files_below(root: &Path, dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut todo = vec![dir.to_owned()];
    while let Some(path) = todo.pop() {
        let at = root.join(&path);
        if at.is_dir() {
            let names = names(root, &path).into_iter();
            todo.extend(names.map(|name| path.join(name)));
        } else if at.is_file() {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The names in a folder, sorted; none if there is no such folder.
pub fn names(root: &Path, dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join(dir)).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort();
    names
}
