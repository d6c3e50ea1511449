//! `cargo test` checks every page; `cargo test function-style` that one. See
//! `support/page.rs` and its neighbours.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use libtest_mimic::{Arguments, Failed, Trial};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use support::verdict::verdict;
use support::{book as promise, html, names, numbers, page};

fn main() {
    let arguments = Arguments::from_args();
    let root: &'static Path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut trials = vec![
        Trial::test("pages, crates and files know each other", move || {
            verdict(&promise::check_book(root))
        }),
        Trial::test("the built book has no dead link", move || {
            verdict(&html::check_html(built(root)?))
        }),
    ];
    trials.push(Trial::test("plain mdBook makes the same pages", move || {
        check_plain(root, built(root)?)
    }));
    let name = "the numbers on pages are those of measure/results.json";
    trials.push(Trial::test(name, move || {
        verdict(&numbers::check_numbers(root, built(root)?))
    }));
    trials.extend(names::trials(root));
    match promise::summary(root) {
        Ok(listed) => trials.extend(listed.into_iter().map(|path| {
            let name = path.display().to_string();
            Trial::test(name, move || verdict(&page::check_page(root, &path)))
        })),
        Err(problem) => {
            trials.push(Trial::test("src/SUMMARY.md", || verdict(&[problem])));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// The built book. It is built once, whichever check comes first.
fn built(root: &Path) -> Result<&'static Path, Failed> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let html = Path::new(env!("CARGO_TARGET_TMPDIR")).join("book");
        let built = book::build::build(root, &html);
        built.map(|_| html).map_err(|e| format!("{e:#}"))
    });
    Ok(built.as_ref()?)
}

/// What `mdbook build` writes has the same texts as what the `book` command
/// writes. What is around them is finished by that command alone.
fn check_plain(root: &Path, built: &Path) -> Result<(), Failed> {
    let text = |dir: &Path, page: &Path| -> Result<String, Failed> {
        let html = fs::read_to_string(dir.join(page))?;
        let main = book::html::main(&html)
            .map_err(|e| format!("{}: {e}", dir.join(page).display()))?;
        // A corner of a table is no head of a column: tools/site/frame.rs.
        Ok(main.replace("<th></th>", "<td></td>"))
    };
    let dir = tempfile::tempdir()?;
    // This is what mdBook's own command does: it runs the preprocessor that
    // book.toml names, here without compiling it for `cargo run`, and renders.
    let mut config = Config::from_disk(root.join("book.toml"))
        .map_err(|e| format!("{e:#}"))?;
    let key = "preprocessor.book.command";
    let command: Option<String> = config.get(key)?;
    let command = command.unwrap_or_default();
    let cargo = "cargo run --quiet --bin book --";
    let arguments = command.strip_prefix(cargo).ok_or(command.clone())?;
    config.set(key, format!("'{}'{arguments}", env!("CARGO_BIN_EXE_book")))?;
    config.build.build_dir = dir.path().to_owned();
    let md =
        MDBook::load_with_config(root, config).map_err(|e| format!("{e:#}"))?;
    md.build().map_err(|e| format!("{e:#}"))?;
    let mut pages = promise::summary(root).map_err(|p| p.to_string())?;
    pages.push("src/print.md".into());
    for page in pages {
        let page = page.strip_prefix("src")?.with_extension("html");
        if text(dir.path(), &page)? != text(built, &page)? {
            return Err(format!("{} differs", page.display()).into());
        }
    }
    Ok(())
}
