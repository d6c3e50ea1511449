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
}

/// The cargo that runs the tests.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

pub fn build(root: &Path) -> Built {
    let output = cargo()
        .args(["build", "--workspace", "--bins", "--keep-going"])
        // They bring what they measure and test with, and no page runs them.
        .args(["--exclude", "measure", "--exclude", "support"])
        .args(["--message-format=json", "--quiet"])
        .current_dir(root)
        .output();
    let mut built = Built::default();
    let output = match output {
        Ok(output) => output,
        Err(error) => {
            built.cargo = format!("cannot run cargo: {error}");
            return built;
        }
    };
    built.cargo = String::from_utf8_lossy(&output.stderr).into_owned();
    for message in Message::parse_stream(&output.stdout[..]).flatten() {
        match message {
            Message::CompilerArtifact(artifact) => {
                let file = artifact.target.src_path.strip_prefix(root);
                if let (Ok(file), Some(path)) = (file, artifact.executable) {
                    built.executables.insert(file.into(), path.into());
                }
            }
            Message::CompilerMessage(message) => {
                let file = message.target.src_path.strip_prefix(root);
                if let (Ok(file), Some(text)) = (file, message.message.rendered)
                {
                    built.messages.push((file.into(), text));
                }
            }
            _ => {}
        }
    }
    built
}
