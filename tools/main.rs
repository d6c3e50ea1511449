//! The command line of `book`.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Error, Result};
use book::downloads::Kind;
use book::pages::Pages;
use book::{build, serve};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use mdbook_preprocessor::{Preprocessor, parse_input};

const HELP: &str = "\
Builds and serves the book Process by Process.

cargo run                      build it, serve it, build again what is saved
    --port N                   at http://127.0.0.1:N, 3000 if not said
    --open                     in the browser
cargo run -- build [FOLDER]    write it into FOLDER, book/ if not said
cargo run -- publish [FOLDER]  with the EPUB, the PDF and the zip beside it
cargo run -- epub [FILE]       for e-readers, process-by-process.epub if not said
cargo run -- pdf [FILE]        printed by Chromium, process-by-process.pdf
cargo run -- zip [FILE]        the site, to unpack and read, process-by-process.zip
cargo run -- preprocess        the pages' preprocessor, as mdBook calls it
";

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .without_time()
        .with_target(false)
        .init();
    match run(env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: impl Iterator<Item = OsString>) -> Result<()> {
    let mut parser = lexopt::Parser::from_iter(args);
    let mut words = Vec::new();
    let (mut port, mut open) = (3000, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => {
                print!("{HELP}");
                return Ok(());
            }
            Long("port") => {
                port = parser.value()?.parse().map_err(|_| {
                    Error::msg("--port takes a number from 0 to 65535")
                })?;
            }
            Long("open") => open = true,
            Value(word) => words.push(word.string()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] | ["serve"] => serve::serve(&root()?, port, open),
        ["build" | "publish"] => {
            let root = root()?;
            build_into(&root, &root.join("book"), words[0])
        }
        ["build" | "publish", folder] => {
            let folder = env::current_dir()?.join(folder);
            build_into(&root()?, &folder, words[0])
        }
        ["preprocess"] => {
            let (context, book) = parse_input(io::stdin())?;
            let book = Pages::default().run(&context, book)?;
            Ok(serde_json::to_writer(io::stdout(), &book)?)
        }
        ["preprocess", "supports", renderer] => {
            match Pages::default().supports_renderer(renderer)? {
                true => Ok(()),
                false => Err(Error::msg(format!("not for {renderer}"))),
            }
        }
        [kind, ref file @ ..] => match (Kind::of(kind), file) {
            (Some(kind), []) => {
                let root = root()?;
                write(&root, kind, &root.join(kind.file()))
            }
            (Some(kind), [file]) => {
                let file = env::current_dir()?.join(file);
                write(&root()?, kind, &file)
            }
            _ => Err(Error::msg(format!(
                "no command is called {:?}; cargo run -- --help lists them",
                words.join(" ")
            ))),
        },
    }
}

/// Writes the whole book as one file.
fn write(root: &Path, kind: Kind, dest: &Path) -> Result<()> {
    build::download(root, kind, dest)?;
    println!("{}", dest.display());
    Ok(())
}

fn build_into(root: &Path, dest: &Path, command: &str) -> Result<()> {
    let site = match command {
        "publish" => build::publish(root, dest)?,
        _ => build::build(root, dest)?,
    };
    println!(
        "Built {} pages in {:.2?}: {}",
        site.pages(),
        site.took,
        dest.join("index.html").display()
    );
    Ok(())
}

/// The folder with `book.toml`: this one or the nearest above it.
fn root() -> Result<PathBuf> {
    let here = env::current_dir()?;
    let root = here.ancestors().find(|dir| dir.join("book.toml").is_file());
    let root = root.with_context(|| {
        format!("no book.toml in {} or above it", here.display())
    })?;
    Ok(root.to_owned())
}
