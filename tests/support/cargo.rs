//! Cargo, asked to build every listing at once.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use book::read::listing::{Listing, Program};
use cargo_metadata::Message;

/// What came of building every listing once. The paths are from the root.
#[derive(Default)]
pub struct Built {
    /// By the file of the program.
    executables: BTreeMap<PathBuf, PathBuf>,
    /// What the compiler says of a file.
    messages: Vec<(PathBuf, String)>,
    /// What cargo itself says.
    cargo: String,
}

impl Built {
    pub fn executable(
        &self,
        listing: &Listing,
        program: &Program,
    ) -> Result<&Path, String> {
        let found =
            program.rust.as_ref().map(|file| self.executables.get(file));
        found.flatten().map(PathBuf::as_path).ok_or_else(|| {
            let messages = self.messages.iter();
            let of_crate =
                messages.filter(|(f, _)| f.starts_with(&listing.dir));
            let said: String =
                of_crate.map(|(_, text)| text.as_str()).collect();
            let said = if said.is_empty() { &self.cargo } else { &said };
            format!("does not compile:\n{said}")
        })
    }

    /// Builds what these arguments of `cargo build` name.
    fn add(&mut self, root: &Path, arguments: &[&str]) {
        let output = cargo()
            .arg("build")
            .args(arguments)
            .args(["--message-format=json", "--quiet"])
            .current_dir(root)
            .output();
        let output = match output {
            Ok(output) => output,
            Err(error) => {
                self.cargo += &format!("cannot run cargo: {error}");
                return;
            }
        };
        self.cargo += &String::from_utf8_lossy(&output.stderr);
        for message in Message::parse_stream(&output.stdout[..]).flatten() {
            match message {
                Message::CompilerArtifact(artifact) => {
                    let file = artifact.target.src_path.strip_prefix(root);
                    let path = artifact.executable;
                    if let (Ok(file), Some(path)) = (file, path) {
                        self.executables.insert(file.into(), path.into());
                    }
                }
                Message::CompilerMessage(message) => {
                    let file = message.target.src_path.strip_prefix(root);
                    let text = message.message.rendered;
                    if let (Ok(file), Some(text)) = (file, text) {
                        self.messages.push((file.into(), text));
                    }
                }
                _ => {}
            }
        }
    }
}

/// The cargo that runs the tests.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Builds every program once, each in its profile.
pub fn build(root: &Path, listings: &[Listing]) -> Built {
    let mut built = Built::default();
    // They bring what they measure and test with, and no page runs them.
    let without = ["--exclude", "measure", "--exclude", "support"];
    let all = [&["--workspace", "--bins", "--keep-going"], &without[..]];
    built.add(root, &all.concat());
    let programs = listings.iter().flat_map(|listing| {
        let package = listing.package.as_str();
        listing.programs.iter().map(move |program| (package, program))
    });
    let (tests, programs): (Vec<_>, Vec<_>) =
        programs.partition(|(_, program)| program.is_test());
    for (package, test) in tests {
        built.add(root, &["-p", package, "--test", &test.name]);
    }
    // Last, since cargo builds the programs of a crate again with its tests.
    for (package, program) in programs {
        let Some(profile) = &program.profile else { continue };
        let name = match program.name.as_str() {
            "main" => package,
            name => name,
        };
        let build = ["-p", package, "--bin", name, "--profile", profile];
        built.add(root, &build);
    }
    built
}
