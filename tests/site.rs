//! The built site in a browser: see `site/check.mjs`. It takes Chromium and
//! Node, and `npm ci` in `tests/site`.

use std::path::Path;
use std::process::Command;
use std::sync::{LazyLock, PoisonError, RwLock};

use libtest_mimic::{Arguments, Failed, Trial};
use support::machine::{has, is_ci};
use tempfile::TempDir;

/// What `check.mjs` looks at, and what is right then.
const GROUPS: [(&str, &str); 8] = [
    ("pages", "every page is for everybody, in each theme and width"),
    ("open", "what opens over a page is for everybody"),
    ("search", "what readers ask finds its page first"),
    ("keyboard", "a tour by keyboard"),
    ("plain", "a page from a folder, and without scripts"),
    ("speed", "a page is soon there, and Lighthouse is content"),
    ("offline", "after one visit the book is there without a network"),
    ("faults", "the checks can fail"),
];

/// What takes times waits until it is alone.
static TIMES: RwLock<()> = RwLock::new(());

static BOOK: LazyLock<Result<TempDir, String>> = LazyLock::new(|| {
    let dir = tempfile::tempdir().map_err(|e| e.to_string())?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    book::build::build(root, &dir.path().join("book"))
        .map_err(|e| format!("{e:#}"))?;
    Ok(dir)
});

fn main() {
    let arguments = Arguments::from_args();
    let missing = missing();
    if !missing.is_empty() && !is_ci() {
        let name = format!("the site in a browser, without {missing}");
        let trial = Trial::test(name, || Ok(())).with_ignored_flag(true);
        libtest_mimic::run(&arguments, vec![trial]).exit();
    }
    let trials = GROUPS.map(|(group, name)| {
        let missing = missing.clone();
        Trial::test(name, move || match missing.is_empty() {
            true => check(group),
            false => Err(format!("there is no {missing}").into()),
        })
    });
    libtest_mimic::run(&arguments, trials.into()).exit();
}

/// What this machine lacks for a look at the site, in words.
fn missing() -> String {
    let chromium = std::env::var("CHROMIUM");
    let chromium = chromium.unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let modules = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/site/node_modules/playwright-core");
    let missing = [
        ("Chromium", has(&chromium, "--version")),
        ("Node", has("node", "--version")),
        ("`npm ci` in tests/site", modules.is_dir()),
    ]
    .into_iter()
    .filter_map(|(name, there)| (!there).then_some(name));
    missing.collect::<Vec<&str>>().join(", ")
}

fn check(group: &str) -> Result<(), Failed> {
    let book = BOOK.as_ref()?;
    let alone = group == "speed";
    let _alone =
        alone.then(|| TIMES.write().unwrap_or_else(PoisonError::into_inner));
    let _beside =
        (!alone).then(|| TIMES.read().unwrap_or_else(PoisonError::into_inner));
    let output = Command::new("node")
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/site"))
        .arg("check.mjs")
        .arg(book.path().join("book"))
        .arg(group)
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    print!("{said}");
    match output.status.success() {
        true => Ok(()),
        false => {
            let errors = String::from_utf8_lossy(&output.stderr);
            Err(format!("{said}{errors}").into())
        }
    }
}
