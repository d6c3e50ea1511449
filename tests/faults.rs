//! The checks can fail: each fault is seeded in a small book, and has to be
//! caught, with words that tell it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use book::read::problem::Problem;
use libtest_mimic::{Arguments, Trial};
use support::house::{self, House};
use support::verdict::lines;
use support::{
    book as promise, fixture, html, listings, numbers, page, supervise,
};
use tempfile::TempDir;

/// A process that is given this runs the listings of the book in that folder.
const LISTINGS_OF: &str = "LISTINGS_OF";

const PAGE: &str = "src/tea/kettle.md";
const MAIN: &str = "listings/tea/kettle/src/main.rs";

/// A fault on a page: its name, how to seed it, and what the check must say.
type PageFault = (&'static str, fn(&Path), &'static str);

const PAGE_FAULTS: [PageFault; 43] = [
    (
        "missing include",
        |root| fixture::edit(root, PAGE, "kettle/main.py}}", "kettle/no.py}}"),
        "kettle.md:6: cannot include listings/tea/kettle/no.py: No such file",
    ),
    (
        "missing anchor",
        |root| fixture::edit(root, PAGE, "main.rs}}", "main.rs:boil}}"),
        "cannot include listings/tea/kettle/src/main.rs: no `ANCHOR: boil`",
    ),
    (
        "unclosed anchor",
        |root| {
            fixture::edit(root, PAGE, "main.rs}}", "main.rs:boil}}");
            fixture::edit(root, MAIN, "fn main", "// ANCHOR: boil\nfn main");
        },
        "no `ANCHOR_END: boil`",
    ),
    (
        "empty anchor",
        |root| {
            fixture::edit(root, PAGE, "main.rs}}", "main.rs:boil}}");
            let anchors = "// ANCHOR: boil\n// ANCHOR_END: boil\nfn main";
            fixture::edit(root, MAIN, "fn main", anchors);
        },
        "that part is empty",
    ),
    (
        "lines past the end",
        |root| fixture::edit(root, PAGE, "main.snap:4:", "main.snap:40:"),
        "that part is empty",
    ),
    (
        "snapshot with its header",
        |root| fixture::edit(root, PAGE, "main.snap:4:", "main.snap"),
        "a snapshot is included as `:4:`",
    ),
    (
        "hand-typed output",
        |root| {
            let include = "{{#include ../../listings/tea/kettle/main.snap:4:}}";
            fixture::edit(root, PAGE, include, "$ cargo run\ndone");
        },
        "a fenced block shows one included file",
    ),
    (
        "hand-typed program",
        |root| {
            let include = "{{#include ../../listings/tea/kettle/src/main.rs}}";
            fixture::edit(root, PAGE, include, "fn main() {}");
        },
        "not the typed text \"fn main() {}\"",
    ),
    (
        "indented program",
        |root| {
            fixture::edit(root, PAGE, "## Output", "    $ ls\n\n## Output");
        },
        "an indented block is a hand-typed program",
    ),
    (
        "program in HTML",
        |root| {
            fixture::edit(
                root,
                PAGE,
                "## Output",
                "<pre>ls</pre>\n\n## Output",
            );
        },
        "HTML code is a hand-typed program",
    ),
    (
        "program between tildes",
        |root| {
            let typed = "~~~rust\nfn main() {}\n~~~\n\n## Output";
            fixture::edit(root, PAGE, "## Output", typed);
        },
        "kettle.html: <pre> outside of a listing: it is typed",
    ),
    (
        "program in a quotation",
        |root| {
            let typed = "> ```\n> fn main() {}\n> ```\n\n## Output";
            fixture::edit(root, PAGE, "## Output", typed);
        },
        "kettle.html: <pre> outside of a listing: it is typed",
    ),
    (
        "program in an admonition",
        |root| fixture::edit(root, PAGE, "It is hot.", "It is:\n\n    hot()"),
        "kettle.html: <pre> outside of a listing: it is typed",
    ),
    (
        "request to another host",
        |root| {
            let image = "![A cup](https://example.org/cup.png)\n\n## Output";
            fixture::edit(root, PAGE, "## Output", image);
        },
        "asks another host: https://example.org/cup.png",
    ),
    (
        "block in a language without a check",
        |root| fixture::edit(root, PAGE, "```console", "```text"),
        "a block in \"text\" shows no checked file",
    ),
    (
        "unclosed fence",
        |root| fixture::edit(root, PAGE, "hot.\n```", "hot.\n"),
        "kettle.md:21: this fence is never closed",
    ),
    (
        "orphan snapshot",
        |root| fixture::put(root, "listings/tea/kettle/no.snap", "\n\n\n\n"),
        "kettle/no.snap: no program goes with this file",
    ),
    (
        "listing on no page",
        |root| {
            let file = "listings/tea/kettle/src/bin/cup.rs";
            fixture::put(root, file, "fn main() {}\n");
        },
        "kettle/src/bin/cup.rs: this file is on no page",
    ),
    (
        "two programs of one name",
        |root| {
            let bin = "listings/tea/kettle/src/bin/kettle.rs";
            fixture::put(root, bin, "fn main() {}\n");
        },
        "has a program \"kettle\", too: one overwrites the other",
    ),
    (
        "crate of which cargo cannot tell which program to run",
        |root| {
            let file = "listings/tea/kettle/src/bin/cup.rs";
            fixture::put(root, file, "fn main() {}\n");
        },
        "kettle/Cargo.toml: no `default-run`",
    ),
    (
        "line of the library on no page",
        |root| {
            library(
                root,
                "lib.rs",
                "use std::{\n    fs,\n};\n\nfn hidden() {}\n",
            );
        },
        "multiprocessing/src/lib.rs:6: this line is in no part of a page",
    ),
    (
        "line in a folder of the library on no page",
        |root| {
            library(root, "sub/mod.rs", "pub fn f() {}\n");
        },
        "multiprocessing/src/sub/mod.rs:2: this line is in no part of a page",
    ),
    (
        "file in a folder of the library on no page",
        |root| {
            let part = "// ANCHOR: f\npub fn f() {}\n// ANCHOR_END: f\n";
            library(root, "sub/deep/f.rs", part);
        },
        "multiprocessing/src/sub/deep/f.rs: this file is on no page",
    ),
    (
        "floors of the library on no page",
        |root| {
            library(root, "lib.rs", "");
            fixture::put(root, FLOORS, "\n\n\ntitle T\nlib.rs: Tea\n");
        },
        "multiprocessing/floors.snap: this file is on no page",
    ),
    (
        "floors that cannot be drawn",
        |root| floors(root, "title T\nlib.rs\n"),
        "multiprocessing/floors.snap: line 2: a line is `FOLDER/`",
    ),
    (
        "crate without a page",
        |root| {
            let cargo = "[package]\nname = \"cup\"\n";
            fixture::put(root, "listings/tea/cup/Cargo.toml", cargo);
        },
        "listings/tea/cup: has no page src/tea/cup.md",
    ),
    (
        "package that is not called as its folder",
        |root| {
            let file = "listings/tea/kettle/Cargo.toml";
            fixture::edit(root, file, "\"kettle\"", "\"pot\"");
        },
        "the package is called \"pot\"",
    ),
    (
        "page that is not in the summary",
        |root| fixture::put(root, "src/tea/cup.md", "# Cup\n\nA cup.\n"),
        "src/tea/cup.md: this page is not in src/SUMMARY.md",
    ),
    (
        "file that mdBook would publish",
        |root| fixture::put(root, "src/tea/notes.txt", "secret\n"),
        "src/tea/notes.txt: mdBook would publish this",
    ),
    (
        "dead link",
        |root| fixture::edit(root, PAGE, "(#output)", "(../no.md)"),
        "tea/kettle.html: dead link: ../no.html",
    ),
    (
        "dead heading",
        |root| fixture::edit(root, PAGE, "(#output)", "(#outpour)"),
        "tea/kettle.html: dead heading: #outpour",
    ),
    (
        "mark without a note",
        |root| {
            fixture::edit(root, MAIN, "status()?;", "status()?; // ②");
        },
        "kettle.md:9: the mark ② has no note",
    ),
    (
        "note without a mark",
        |root| fixture::edit(root, PAGE, "① The", "② The"),
        "kettle.md:13: no listing above has the mark ②",
    ),
    (
        "listing that is too long",
        |root| {
            let lines = "\n".repeat(40);
            fixture::edit(root, MAIN, "fn main", &(lines + "fn main"));
        },
        "kettle/src/main.rs: 47 lines; a listing has at most 40",
    ),
    (
        "listing that is too wide",
        |root| {
            let wide = format!("// {}\nfn main", "-".repeat(80));
            fixture::edit(root, MAIN, "fn main", &wide);
        },
        "kettle/src/main.rs:3: 83 columns; at most 80 are shown",
    ),
    (
        "unknown admonition",
        |root| fixture::edit(root, PAGE, "admonish pitfall", "admonish hot"),
        "no admonition is called \"hot\"",
    ),
    (
        "number that was not measured",
        |root| {
            let typed = "It takes {{number boil.time}}.\n\n## Output";
            fixture::edit(root, PAGE, "## Output", typed);
        },
        "kettle.md:15: no number is called \"boil.time\"",
    ),
    (
        "plot of a number that was not measured",
        |root| measured(root, "boil.plot", "title T\nbar B: boil.over\n"),
        "boil.plot: no number is called \"boil.over\"",
    ),
    (
        "words that the numbers contradict",
        |root| {
            let table = "title T\ncolumn Time: *.time\nrow Boil: boil\n\
                         holds 2 boil.time < 9\n";
            measured(root, "boil.numbers", table);
        },
        "boil.numbers: line 4: \"2 boil.time < 9\" does not hold",
    ),
    (
        "typed measurement",
        |root| {
            measured(root, "boil.plot", "title T\nbar B: boil.time\n");
            fixture::edit(root, PAGE, "## Output", "Take 5 µs.\n\n## Output");
        },
        "kettle.md:19: a measured number is typed",
    ),
    (
        "typed number under the name of a measured one",
        |root| {
            measured(root, "boil.plot", "title T\nbar B: boil.time\n");
            let typed =
                "<data value=\"boil.time\">7&nbsp;ms</data>\n\n## Output";
            fixture::edit(root, PAGE, "## Output", typed);
        },
        "kettle.html: boil.time is shown as 7",
    ),
    (
        "plot on no page",
        |root| {
            let file = "listings/tea/kettle/boil.plot";
            fixture::put(root, file, "title T\n");
        },
        "kettle/boil.plot: this file is on no page",
    ),
    (
        "heading with nothing under it",
        |root| fixture::edit(root, PAGE, "## Output", "## Boil\n\n## Output"),
        "nothing stands above this heading",
    ),
];

/// Adds a file to the library, after the line that says what it is.
fn library(root: &Path, file: &str, text: &str) {
    let dir = "listings/multiprocessing";
    let cargo = "[package]\nname = \"multiprocessing\"\n";
    fixture::put(root, &format!("{dir}/Cargo.toml"), cargo);
    let text = format!("//! It.\n{text}");
    fixture::put(root, &format!("{dir}/src/{file}"), &text);
}

const FLOORS: &str = "listings/multiprocessing/floors.snap";

/// Adds the floors of the library, and a block that shows them.
fn floors(root: &Path, lines: &str) {
    library(root, "lib.rs", "");
    fixture::put(root, FLOORS, &format!("---\nsource: x\n---\n{lines}"));
    let include = format!("{{{{#include ../../{FLOORS}:4:}}}}");
    let block = format!("```floors\n{include}\n```\n\n## Output");
    fixture::edit(root, PAGE, "## Output", &block);
}

/// Adds a block of measured numbers to the page, and the file that it shows.
fn measured(root: &Path, file: &str, lines: &str) {
    let results = r#"{ "machine": {}, "numbers": { "boil.time":
        { "unit": "µs", "low": 4, "median": 5, "high": 6 } } }"#;
    fixture::put(root, "measure/results.json", results);
    let path = format!("listings/tea/kettle/{file}");
    fixture::put(root, &path, lines);
    let language = file.split_once('.').map_or("", |(_, ending)| ending);
    let block = format!(
        "```{language}\n{{{{#include ../../{path}}}}}\n```\n\n## Output"
    );
    fixture::edit(root, PAGE, "## Output", &block);
}

/// A fault of a listing: the crate and its program, the crate's files, and what
/// the test must say.
type ListingFault =
    (&'static str, &'static [(&'static str, &'static str)], &'static str);

/// Each is a crate of one book, so that one run of cargo builds them all.
const LISTING_FAULTS: [ListingFault; 13] = [
    (
        "changed-output main.rs",
        &[("src/main.rs", r#"fn main() { println!("tee") }"#)],
        "-tea",
    ),
    (
        "changed-exit-code main.rs",
        &[(
            "src/main.rs",
            r#"fn main() { println!("tea"); std::process::exit(3) }"#,
        )],
        "exit status: 3",
    ),
    (
        "failing-test boil.rs",
        &[
            ("src/main.rs", r#"fn main() { println!("tea") }"#),
            ("tests/boil.rs", "#[test]\nfn boil() { panic!(\"cold\") }\n"),
        ],
        "exit status: 101",
    ),
    (
        "changed-twin main.py",
        &[
            ("src/main.rs", r#"fn main() { println!("tea") }"#),
            ("main.py", "print('tee')\n"),
        ],
        "+tee",
    ),
    (
        "twin-snapshot-not-needed main.py",
        &[
            ("src/main.rs", r#"fn main() { println!("tea") }"#),
            ("main.py", "print('tea')\n"),
            ("main.py.snap", "---\nsource: x\n---\n$ python3 x\ntea\n"),
        ],
        "is not needed: both print the same",
    ),
    (
        "stale-diff step_2.diff",
        &[
            ("src/bin/step_1.rs", "fn main() {}\n"),
            ("src/bin/step_2.rs", "fn main() {\n}\n"),
            (
                "step_2.diff.snap",
                "---\nsource: x\n---\n@@ -1 +1 @@\n-fn main() {}\n",
            ),
        ],
        "+fn main() {",
    ),
    (
        "child-left-behind main.rs",
        &[(
            "src/main.rs",
            r#"fn main() {
    println!("tea");
    let mut sleep = std::process::Command::new("sleep");
    sleep.arg("5").spawn().unwrap();
}"#,
        )],
        "leaves a process behind that still runs",
    ),
    (
        "zombie-left-behind main.rs",
        &[(
            "src/main.rs",
            r#"use std::io::Read;

fn main() {
    println!("tea");
    let mut command = std::process::Command::new("true");
    command.stdout(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut end = child.stdout.take().unwrap();
    end.read_to_end(&mut Vec::new()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(200));
}"#,
        )],
        if cfg!(target_os = "linux") {
            "leaves 1 zombies: it does not wait"
        } else {
            "" // Only Linux can tell: see support/supervise.rs.
        },
    ),
    (
        "file-left-behind main.rs",
        &[(
            "src/main.rs",
            r#"fn main() { println!("tea"); std::fs::write("cup", "").unwrap() }"#,
        )],
        "leaves files behind: cup",
    ),
    (
        "hang main.rs",
        &[(
            "src/main.rs",
            r#"fn main() { println!("tea"); loop { std::thread::park() } }"#,
        )],
        "does not end within 1s",
    ),
    (
        "no-snapshot main.rs",
        &[
            ("src/main.rs", r#"fn main() { println!("new") }"#),
            ("main.snap", ""),
        ],
        "+new",
    ),
    (
        "does-not-compile main.rs",
        &[("src/main.rs", "fn main() { tea }")],
        "cannot find value `tea`",
    ),
    (
        "mask-not-needed main.rs",
        &[
            ("src/main.rs", r#"fn main() { println!("tea") }"#),
            (
                "Cargo.toml",
                "[package]\nname = \"mask-not-needed\"\nedition = \"2024\"\n\
                 [package.metadata.listing.main]\nmasks = [\"pids\"]\n",
            ),
        ],
        "the mask for \"PIDs renumbered\" is not needed",
    ),
];

/// A house without a fault, whatever stands in its comments, strings and tests.
const HOUSE: House = House {
    dir: "house",
    name: "tea",
    title: "How tea is made",
    floors: &["water", "leaf", "pot", "lib"],
};

const ROOMS: [(&str, &str); 6] = [
    (
        "water.rs",
        "//! Hot. crate::pot::pour\n\nuse std::fs;\n\n// crate::pot::pour\n\
         pub(crate) fn hot() -> &'static str {\n    \"crate::pot::pour\"\n}\n\n\
         #[cfg(test)]\nmod tests {\n    use super::*;\n    \
         use crate::pot::pour;\n}\n",
    ),
    (
        "leaf/mod.rs",
        "//! Leaves.\n\npub mod black;\npub mod green;\n\npub struct Tin;\n\
         pub fn open() {\n    black::steep()\n}\n",
    ),
    (
        "leaf/black.rs",
        "//! Black.\n\nuse super::green::weigh;\nuse crate::water;\n\n\
         pub fn steep() {\n    weigh(water::hot());\n}\n",
    ),
    ("leaf/green.rs", "//! Green.\n\npub fn weigh(_: &str) {}\n"),
    (
        "pot.rs",
        "//! Pours the tea, in a\n//! cup. Not the water.\n\n\
         use crate::{leaf::{black, green::{self, weigh}}, water::hot};\n\n\
         pub fn pour() {\n    black::steep();\n    green::weigh(hot())\n}\n",
    ),
    (
        "lib.rs",
        "//! Tea.\n\nmod leaf;\nmod pot;\nmod water;\n\npub use pot::pour;\n",
    ),
];

/// A fault of a house: its name, a file and what it has then, and what the check
/// must say.
type HouseFault = (&'static str, &'static str, &'static str, &'static str);

const HOUSE_FAULTS: [HouseFault; 17] = [
    (
        "import from above",
        "water.rs",
        "//! Hot.\nuse crate::pot::pour;\n",
        "water.rs:2: `crate::pot::pour`: pot.rs stands above it",
    ),
    (
        "nested import from above",
        "water.rs",
        "//! Hot.\nuse crate::{\n    leaf::{self as l, black},\n};\n",
        "water.rs:3: `crate::leaf::black`: leaf/black.rs stands above it",
    ),
    (
        "import from above in a function",
        "water.rs",
        "//! Hot.\nfn f() {\n    use crate::pot::pour;\n}\n",
        "water.rs:3: `crate::pot::pour`: pot.rs stands above it",
    ),
    (
        "call from above",
        "water.rs",
        "//! Hot.\nfn f() {\n    crate::pot::pour()\n}\n",
        "water.rs:3: `crate::pot::pour`: pot.rs stands above it",
    ),
    (
        "call from above in a macro",
        "water.rs",
        "//! Hot.\nfn f() {\n    print!(\"{:?}\", [crate::pot::pour()])\n}\n",
        "water.rs:3: `crate::pot::pour`: pot.rs stands above it",
    ),
    (
        "call through a module in scope",
        "water.rs",
        "//! Hot.\nuse crate::leaf as l;\nfn f() {\n    l::black::steep()\n}\n",
        "water.rs:4: `l::black::steep`: leaf/black.rs stands above it",
    ),
    (
        "circle",
        "leaf/green.rs",
        "//! Green.\n\nuse super::black::steep;\n",
        "leaf/black.rs:3: a circle: leaf/black.rs uses leaf/green.rs uses \
         leaf/black.rs",
    ),
    (
        "circle with the folder's top, which calls a module in scope",
        "leaf/green.rs",
        "//! Green.\n\nuse super::Tin;\n",
        "leaf/mod.rs:8: a circle: leaf/mod.rs uses leaf/black.rs uses \
         leaf/green.rs uses leaf/mod.rs",
    ),
    (
        "name from the root",
        "water.rs",
        "//! Hot.\nuse crate::pour;\n",
        "water.rs:2: `crate::pour` takes a name from the crate's root",
    ),
    (
        "name from the root by super",
        "water.rs",
        "//! Hot.\nfn f() {\n    super::pour()\n}\n",
        "water.rs:3: `super::pour` takes a name from the crate's root",
    ),
    (
        "name from the root in a program",
        "main.rs",
        "//! Cup.\nuse tea::pour;\n",
        "main.rs:2: `tea::pour` takes a name from the crate's root",
    ),
    (
        "super that leads out of a folder",
        "leaf/green.rs",
        "//! Green.\nuse super::super::water::hot;\n",
        "`super::super::water::hot` leads out of the folder",
    ),
    (
        "super that leads out of a folder's top",
        "leaf/mod.rs",
        "//! Leaves.\nuse super::water::hot;\n",
        "leaf/mod.rs:2: `super::water::hot` leads out of the folder",
    ),
    (
        "file without its job",
        "leaf/green.rs",
        "// Green.\npub fn weigh(_: &str) {}\n",
        "leaf/green.rs:1: does not begin with `//!` and its job",
    ),
    (
        "file on no floor",
        "milk.rs",
        "//! Cold.\n",
        "house/milk.rs: stands on no floor",
    ),
    (
        "folder on no floor",
        "milk/mod.rs",
        "//! Cold.\n",
        "house/milk/mod.rs: stands on no floor",
    ),
    ("floor that is not there", "pot.rs", "", "nothing on the floor \"pot\""),
];

/// The house when one of its files has another text, or is not there.
fn house_with(file: &str, text: &str) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    for (room, text) in ROOMS {
        fixture::put(dir.path(), &format!("house/{room}"), text);
    }
    match (file, text) {
        ("", _) => {}
        (_, "") => std::fs::remove_file(dir.path().join("house").join(file))
            .expect("a file"),
        _ => fixture::put(dir.path(), &format!("house/{file}"), text),
    }
    dir
}

fn house_problems(file: &str, text: &str) -> String {
    lines(&house::check(house_with(file, text).path(), &HOUSE))
}

fn main() {
    supervise::if_asked();
    let arguments = Arguments::from_args();
    if let Some(root) = env::var_os(LISTINGS_OF) {
        listings::test(Path::new(&root), &arguments).exit();
    }
    let mut trials = vec![Trial::test("a book without a fault passes", || {
        let dir = tempfile::tempdir()?;
        fixture::write(dir.path());
        match page_problems(dir.path()).as_str() {
            "" => Ok(()),
            problems => Err(problems.into()),
        }
    })];
    trials.push(Trial::test("modules, imports and tests need no page", || {
        let dir = tempfile::tempdir()?;
        fixture::write(dir.path());
        let text = "pub(crate) mod a;\npub use a::{\n    f,\n};\npub mod b;\n\n\
                    #[cfg(test)]\nmod tests {\n    fn t() {}\n}\n";
        library(dir.path(), "lib.rs", text);
        match page_problems(dir.path()).as_str() {
            "" => Ok(()),
            problems => Err(problems.into()),
        }
    }));
    trials.extend(PAGE_FAULTS.map(|(name, seed, expected)| {
        Trial::test(name, move || {
            let dir = tempfile::tempdir()?;
            fixture::write(dir.path());
            seed(dir.path());
            let problems = page_problems(dir.path());
            match problems.contains(expected) {
                true => Ok(()),
                false => Err(format!(
                    "should be caught as {expected:?}; caught: {problems}"
                )
                .into()),
            }
        })
    }));
    trials.push(Trial::test("a page shows the floors of the library", || {
        let dir = tempfile::tempdir()?;
        fixture::write(dir.path());
        floors(dir.path(), "title T\nlib.rs: Tea\nleaf/\n    mod.rs: Green\n");
        let problems = page_problems(dir.path());
        let page = dir.path().join("book/tea/kettle.html");
        match problems.is_empty()
            && std::fs::read_to_string(page)?.contains("<svg class=\"floors\"")
        {
            true => Ok(()),
            false => Err(problems.into()),
        }
    }));
    trials.push(Trial::test("a house without a fault passes", || {
        match house_problems("", "").as_str() {
            "" => Ok(()),
            problems => Err(problems.into()),
        }
    }));
    trials.push(Trial::test("a house is written floor by floor", || {
        let plan = house::plan(house_with("", "").path(), &HOUSE);
        let expected = "title How tea is made\nlib.rs: Tea\n\
                        pot.rs: Pours the tea, in a cup\nleaf/\n    \
                        mod.rs: Leaves\n    black.rs: Black\n    \
                        green.rs: Green\nwater.rs: Hot\n";
        match plan == expected {
            true => Ok(()),
            false => Err(plan.into()),
        }
    }));
    trials.extend(HOUSE_FAULTS.map(|(name, file, text, expected)| {
        Trial::test(format!("house with {name}"), move || {
            let problems = house_problems(file, text);
            match problems.contains(expected) {
                true => Ok(()),
                false => Err(format!(
                    "should be caught as {expected:?}; caught: {problems}"
                )
                .into()),
            }
        })
    }));
    let root = faulty_listings();
    trials.extend(LISTING_FAULTS.map(|(name, _, expected)| {
        let root = root.clone();
        let only_elsewhere = expected.is_empty();
        Trial::test(format!("listing with {name}"), move || {
            let said = test_listing(&root, name);
            match said.contains("FAILED") && said.contains(expected) {
                true => Ok(()),
                false => Err(format!(
                    "should fail with {expected:?}; the test says:\n{said}"
                )
                .into()),
            }
        })
        .with_ignored_flag(only_elsewhere)
    }));
    libtest_mimic::run(&arguments, trials).exit();
}

/// Whatever the checks of pages find in a book, a line each.
fn page_problems(root: &Path) -> String {
    let mut problems = promise::check_book(root);
    for page in promise::summary(root).unwrap_or_default() {
        problems.extend(page::check_page(root, &page));
    }
    let html = root.join("book");
    match book::build::build(root, &html) {
        Ok(_) => {
            problems.extend(html::check_html(&html));
            if root.join("measure").is_dir() {
                problems.extend(numbers::check_numbers(root, &html));
            }
        }
        Err(error) => {
            let what = format!("{error:#}");
            problems.push(Problem::new(Path::new("book.toml"), 0, what));
        }
    }
    lines(&problems)
}

/// The book of faulty listings, in a folder that stays, so that a second run
/// of the tests has nothing to compile.
fn faulty_listings() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faulty");
    fixture::write(&root);
    for (fault, files, _) in LISTING_FAULTS {
        let name = fault.split(' ').next().expect("a name");
        let cargo =
            format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n");
        let snap = "---\nsource: x\n---\n$ cargo run -p NAME\ntea\n";
        let file = |file: &str| format!("listings/tea/{name}/{file}");
        let given = |name: &str| files.iter().any(|(file, _)| *file == name);
        if !given("Cargo.toml") {
            fixture::put(&root, &file("Cargo.toml"), &cargo);
        }
        if !given("main.snap") {
            let snap = snap.replace("NAME", name);
            fixture::put(&root, &file("main.snap"), &snap);
        }
        for (path, text) in files {
            if text.is_empty() {
                let _ = std::fs::remove_file(root.join(file(path)));
            } else {
                fixture::put(&root, &file(path), text);
            }
        }
    }
    root
}

/// What the test of one listing prints.
fn test_listing(root: &Path, name: &str) -> String {
    let me = env::current_exe().expect("this program's path");
    let output = Command::new(me)
        .env(LISTINGS_OF, root)
        .env("LISTING_SECONDS", "1")
        .env("INSTA_UPDATE", "no")
        .env("CARGO_TARGET_DIR", root.join("target"))
        .args(["--exact", &format!("tea/{name}")])
        .output()
        .expect("the test of a listing");
    let out = String::from_utf8_lossy(&output.stdout);
    let said = format!("{out}{}", String::from_utf8_lossy(&output.stderr));
    // insta sets a bar between a line's number and the line.
    said.replace("│", "")
}
