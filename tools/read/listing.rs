//! The listings: crates below `listings/`, found by their place alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::mask::Mask;
use crate::files::{files_below, names};

/// A crate of listings: `listings/process/join`, package `join`.
pub struct Listing {
    /// From the repository's root.
    pub dir: PathBuf,
    pub package: String,
    /// Whether `cargo run -p NAME` knows which of its programs to run.
    pub runs: bool,
    /// Its programs, `main` first.
    pub programs: Vec<Program>,
}

/// What the book reads of a `Cargo.toml`.
#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Package {
    name: String,
    default_run: Option<String>,
    #[serde(default)]
    metadata: Metadata,
}

#[derive(Default, Deserialize)]
struct Metadata {
    /// By the name of the program.
    #[serde(default)]
    listing: BTreeMap<String, Declared>,
}

/// What a crate says of one of its programs.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Declared {
    masks: Vec<Mask>,
    only: Option<System>,
    profile: Option<String>,
}

/// A system that a program may be for.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum System {
    Linux,
    MacOs,
}

impl System {
    /// Is it the one that this runs on?
    pub fn is_here(self) -> bool {
        match self {
            System::Linux => cfg!(target_os = "linux"),
            System::MacOs => cfg!(target_os = "macos"),
        }
    }
}

/// One program in Rust, in Python, or in both.
#[derive(Clone)]
pub struct Program {
    /// `main`, or the name of the file in `src/bin` or `tests`, and of the twin.
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
    /// The one system on which it can run.
    pub only: Option<System>,
    /// The profile that it is built in, if it is not the usual one.
    pub profile: Option<String>,
}

impl Program {
    /// Is it one of the crate's tests, for `cargo test` to run?
    pub fn is_test(&self) -> bool {
        let dir = self.rust.as_ref().and_then(|file| file.parent());
        dir.is_some_and(|dir| dir.ends_with("tests"))
    }
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
        if !self.is_library() {
            files.extend(files_below(root, &self.dir.join("tests")));
        }
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
        let wrong = |what: String| format!("{}: {what}", file.display());
        let text = fs::read_to_string(root.join(&file))
            .map_err(|e| wrong(e.to_string()))?;
        let Manifest { package } =
            toml::from_str(&text).map_err(|e| wrong(e.to_string()))?;
        let mut listing = Listing {
            dir: dir.to_owned(),
            runs: true,
            programs: Vec::new(),
            package: package.name,
        };
        let stems = |dir: &Path, ending: &str| {
            let names = names(root, dir).into_iter();
            names
                .filter_map(|name| Some(name.strip_suffix(ending)?.to_owned()))
                .collect::<BTreeSet<String>>()
        };
        let mut programs = stems(&dir.join("src/bin"), ".rs");
        if !listing.is_library() {
            programs.extend(stems(&dir.join("tests"), ".rs"));
        }
        programs.extend(stems(dir, ".py"));
        programs.remove("main");
        let mut declared = package.metadata.listing;
        for name in ["main".to_owned()].into_iter().chain(programs) {
            let said = declared.remove(&name);
            let program = listing.program(root, &name, said.as_ref());
            match program {
                Some(program) => listing.programs.push(program),
                // A library has no `main`.
                None => declared.extend(said.map(|said| (name, said))),
            }
        }
        if let Some(name) = declared.keys().next() {
            let what =
                format!("metadata for `{name}`, which is no program here");
            return Err(wrong(what));
        }
        let binaries = listing.programs.iter();
        let binaries = binaries.filter(|p| p.rust.is_some() && !p.is_test());
        listing.runs = binaries.count() < 2
            || package.default_run.as_ref() == Some(&listing.package);
        Ok(listing)
    }

    /// The program of this name, if there is one.
    fn program(
        &self,
        root: &Path,
        name: &str,
        said: Option<&Declared>,
    ) -> Option<Program> {
        let existing = |file: String| {
            let file = self.dir.join(file);
            root.join(&file).is_file().then_some(file)
        };
        let rust = existing(match name {
            "main" => "src/main.rs".to_owned(),
            name => format!("src/bin/{name}.rs"),
        });
        let rust = rust.or_else(|| existing(format!("tests/{name}.rs")));
        let twin = existing(format!("{name}.py"));
        if rust.is_none() && twin.is_none() {
            return None;
        }
        Some(Program {
            name: name.to_owned(),
            twin,
            twin_differs: rust.is_none()
                || existing(format!("{name}.py.snap")).is_some(),
            rust,
            masks: said.map(|said| said.masks.clone()).unwrap_or_default(),
            only: said.and_then(|said| said.only),
            profile: said.and_then(|said| said.profile.clone()),
        })
    }

    /// The command that runs a program of this crate.
    pub fn command(&self, program: &Program) -> String {
        let package = &self.package;
        let run = match &program.profile {
            None => format!("cargo run -p {package}"),
            Some(profile) => {
                format!("cargo run --profile {profile} -p {package}")
            }
        };
        match program.name.as_str() {
            name if program.is_test() => {
                format!("cargo test -p {package} --test {name}")
            }
            "main" => run,
            name => format!("{run} --bin {name}"),
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
