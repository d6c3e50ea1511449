//! The names that Python and Rust know. Each has its page: the test asks CPython
//! for them, and the documentation of the installed Rust.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use book::files::normal;
use book::read::page::{Item, Page};
use book::read::problem::Problem;
use libtest_mimic::{Failed, Trial};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::machine::is_ci;
use crate::verdict::verdict;

/// The reference table of the part about `subprocess`.
const TABLE: &str = "src/subprocess/subprocess-at-a-glance.md";
/// The page of what Python documents and does not have on this system.
const WINDOWS: &str = "src/subprocess/windows-only.md";

pub fn trials(root: &'static Path) -> Vec<Trial> {
    let process = "every name of Process that CPython knows has a page";
    let subprocess = "every name of subprocess that CPython knows has a page";
    let rust = "every method that runs a program in Rust has a page";
    let docs = "Rust's documentation has these methods and no more";
    let windows = "every name of Windows has its row";
    let html = documentation();
    let installed = html.is_some();
    vec![
        ask(process, PROCESS, 20, move |names| process_pages(root, names)),
        ask(subprocess, SUBPROCESS, 60, move |names| {
            check_rows(root, names.iter().map(|name| name.as_str()))
        }),
        Trial::test(rust, move || {
            let names = rust_names();
            verdict(&check_rows(root, names.iter().map(|n| n.as_str())))
        }),
        Trial::test(docs, move || {
            RUST.iter().try_for_each(|of| documented(&html, of))
        })
        .with_ignored_flag(!installed),
        Trial::test(windows, move || {
            let page = Page::read(root, Path::new(WINDOWS))?;
            let spans: Vec<String> =
                rows(&page).into_iter().flat_map(|row| row.spans).collect();
            let missing = WINDOWS_NAMES
                .split_whitespace()
                .filter(|name| !spans.iter().any(|span| span == name))
                .map(|name| no_row(&page.path, name));
            verdict(&missing.collect::<Vec<_>>())
        }),
    ]
}

const PROCESS: &str = "\
import inspect, multiprocessing as m
names = set(inspect.signature(m.Process).parameters)
names |= {name for name in dir(m.Process) if not name.startswith('_')}
names |= {'current_process', 'parent_process', 'active_children', 'cpu_count'}
print(*sorted(names))";

/// Parameters, functions, classes, constants, methods and attributes, each as
/// the table spells it. An attribute that only an object has is asked of one.
const SUBPROCESS: &str = "\
import inspect, subprocess as s
for f in s.Popen, s.run:
    for p in inspect.signature(f).parameters.values():
        if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD):
            print(f'{f.__name__}({p.name}=\u{2026})')
for name in s.__all__ + ['list2cmdline']:
    print(name + '()' * inspect.isfunction(getattr(s, name)))
done = s.Popen(['true'])
done.wait()
late = s.TimeoutExpired([], 1)
for thing, more in [
    (done, 'args stdin stdout stderr pid returncode'),
    (s.run(['true']), 'args returncode stdout stderr'),
    (s.CalledProcessError(1, []), 'cmd returncode output stdout stderr'),
    (late, 'cmd timeout output stdout stderr'),
]:
    kind = type(thing)
    names = set(more.split())
    names |= {n for n in dir(kind) if n[0] != '_' and n not in dir(Exception)}
    for n in sorted(names):
        is_method = inspect.isfunction(getattr(kind, n, getattr(thing, n)))
        print(f'{kind.__name__}.{n}' + '()' * is_method)";

/// Asks CPython for names, of which there are at least so many.
fn ask(
    name: &str,
    program: &str,
    few: usize,
    check: impl FnOnce(&[String]) -> Vec<Problem> + Send + 'static,
) -> Trial {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    let output = Command::new(python)
        .env("PYTHONIOENCODING", "utf-8")
        .args(["-c", program])
        .output();
    let missing = output.is_err();
    let trial = Trial::test(name, move || {
        let output = output?;
        let names = String::from_utf8(output.stdout)?;
        let names: Vec<String> =
            names.split_whitespace().map(str::to_owned).collect();
        if names.len() < few || !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let what = format!("CPython knows few names: {names:?} {said}");
            return Err(what.into());
        }
        verdict(&check(&names))
    });
    trial.with_ignored_flag(missing && !is_ci())
}

/// A name of `Process` has a page that is called so, with a listing.
fn process_pages(root: &Path, names: &[String]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for name in names {
        let page = match name.as_str() {
            "exitcode" => "exit-code".to_owned(),
            "ident" => "pid".to_owned(),
            name => name.replace('_', "-"),
        };
        let place = Path::new("process").join(page);
        let page = Path::new("src").join(&place).with_extension("md");
        let listing = Path::new("listings").join(&place);
        if !root.join(&page).is_file() || !root.join(listing).is_dir() {
            let what = format!("{name} has no page with a listing");
            problems.push(Problem::new(&page, 0, what));
        }
    }
    problems
}

/// A row of a table: its names in backticks, and the pages it links to.
struct Row {
    spans: Vec<String>,
    pages: Vec<PathBuf>,
}

fn rows(page: &Page) -> Vec<Row> {
    let text = page.lines.join("\n");
    let mut rows = Vec::new();
    let mut row = Row { spans: Vec::new(), pages: Vec::new() };
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow) => {
                row = Row { spans: Vec::new(), pages: Vec::new() };
            }
            Event::Code(span) => row.spans.push(span.into_string()),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let file = dest_url.split('#').next().unwrap_or_default();
                if file.ends_with(".md") {
                    row.pages.push(normal(&page.path.with_file_name(file)));
                }
            }
            Event::End(TagEnd::TableRow) => {
                rows.push(std::mem::replace(
                    &mut row,
                    Row { spans: Vec::new(), pages: Vec::new() },
                ));
            }
            _ => {}
        }
    }
    rows
}

fn no_row(path: &Path, name: &str) -> Problem {
    Problem::new(path, 0, format!("{name} has no row"))
}

/// Each name has a row in the table, and a page that the row links to has it in
/// its text or in a listing that it shows.
fn check_rows<'a>(
    root: &Path,
    names: impl Iterator<Item = &'a str>,
) -> Vec<Problem> {
    let table = match Page::read(root, Path::new(TABLE)) {
        Ok(table) => table,
        Err(problem) => return vec![problem],
    };
    let rows = rows(&table);
    let mut problems = Vec::new();
    for name in names {
        let of = |row: &&Row| row.spans.iter().any(|span| span == name);
        let Some(row) = rows.iter().find(of) else {
            problems.push(no_row(&table.path, name));
            continue;
        };
        if !row.pages.iter().any(|page| mentions(root, page, bare(name))) {
            let what = format!("no page that its row links to has {name}");
            problems.push(Problem::new(&table.path, 0, what));
        }
    }
    problems
}

/// The name alone: `cwd` of `Popen(cwd=…)`, `wait` of `Popen.wait()`.
fn bare(name: &str) -> &str {
    let name = name.trim_end_matches("()").trim_end_matches("=…)");
    name.rsplit(['.', ':', '(']).next().unwrap_or(name)
}

fn mentions(root: &Path, path: &Path, word: &str) -> bool {
    let Ok(page) = Page::read(root, path) else { return false };
    let shown = page.items().unwrap_or_default().into_iter();
    let shown = shown.filter_map(|item| match item {
        Item::Block(block) => page.included(root, &block).ok(),
        Item::Note(_) => None,
    });
    let shown = shown.map(|included| included.text);
    let texts: Vec<String> = shown.chain([page.lines.join("\n")]).collect();
    texts.iter().any(|text| {
        text.split(|c: char| !c.is_alphanumeric() && c != '_')
            .any(|part| part == word)
    })
}

/// A type, its page below `std/` of the documentation, and its stable methods
/// (`.name` is a field).
type Documented = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const RUST: &[Documented] = &[
    ("Command", "process/struct.Command.html",
     "new arg args env envs env_remove env_clear current_dir stdin stdout \
      stderr spawn output status get_program get_args get_envs \
      get_current_dir"),
    ("Child", "process/struct.Child.html",
     ".stdin .stdout .stderr kill id wait try_wait wait_with_output"),
    ("ExitStatus", "process/struct.ExitStatus.html", "success code"),
    ("Output", "process/struct.Output.html", ".status .stdout .stderr"),
    ("Stdio", "process/struct.Stdio.html", "piped inherit null"),
    ("ExitCode", "process/struct.ExitCode.html", ""),
    ("CommandExt", "os/unix/process/trait.CommandExt.html",
     "uid gid pre_exec exec arg0 process_group"),
    ("ExitStatusExt", "os/unix/process/trait.ExitStatusExt.html",
     "from_raw signal core_dumped stopped_signal continued into_raw"),
    ("ChildExt", "os/unix/process/trait.ChildExt.html", ""),
    ("windows::CommandExt", "os/windows/process/trait.CommandExt.html",
     "creation_flags raw_arg"),
    ("windows::ExitStatusExt", "os/windows/process/trait.ExitStatusExt.html",
     "from_raw"),
];

/// As the table spells them: `Command::new`, `Child.stdin`.
fn rust_names() -> Vec<String> {
    let of = |&(kind, _, names): &Documented| {
        names.split_whitespace().map(move |name| match name.as_bytes()[0] {
            b'.' => format!("{kind}{name}"),
            _ => format!("{kind}::{name}"),
        })
    };
    let functions = ["std::process::id", "std::process::exit"];
    let functions = functions.map(str::to_owned);
    RUST.iter().flat_map(of).chain(functions).collect()
}

/// The folder of std in the installed documentation, if it is there.
fn documentation() -> Option<PathBuf> {
    let rustc = Command::new("rustc").args(["--print", "sysroot"]).output();
    let sysroot = String::from_utf8(rustc.ok()?.stdout).ok()?;
    let html = Path::new(sysroot.trim()).join("share/doc/rust/html/std");
    html.is_dir().then_some(html)
}

/// The type has these methods, and fields, and no others that are stable.
fn documented(
    html: &Option<PathBuf>,
    &(kind, path, names): &Documented,
) -> Result<(), Failed> {
    let html = html.as_ref().ok_or("no documentation")?.join(path);
    let text = fs::read_to_string(html)?;
    // The methods of a type itself, without those of the traits it has.
    let end = ["id=\"trait-implementations\"", "id=\"implementors\""];
    let end = end.iter().filter_map(|id| text.find(id)).min();
    let text = &text[..end.unwrap_or(text.len())];
    let mut found: BTreeSet<String> = BTreeSet::new();
    for id in ["method.", "tymethod."] {
        let start = format!("<section id=\"{id}");
        for part in text.split(&start).skip(1) {
            let method = part.split("<section id=").next().unwrap_or(part);
            let gone = ["stab unstable", "stab deprecated"];
            if !gone.iter().any(|stab| method.contains(stab)) {
                let name = method.split('"').next().unwrap_or_default();
                found.insert(name.to_owned());
            }
        }
    }
    for part in text.split("id=\"structfield.").skip(1) {
        let name = part.split('"').next().unwrap_or_default();
        found.insert(format!(".{name}"));
    }
    let listed: BTreeSet<String> =
        names.split_whitespace().map(str::to_owned).collect();
    let differ: Vec<_> = found.symmetric_difference(&listed).collect();
    match differ.is_empty() {
        true => Ok(()),
        false => Err(format!("{kind}: {differ:?}").into()),
    }
}

/// From CPython's documentation and source, because CPython has them on Windows
/// alone.
const WINDOWS_NAMES: &str = "\
startupinfo creationflags list2cmdline() STARTUPINFO dwFlags hStdInput hStdOutput
hStdError wShowWindow lpAttributeList handle_list STD_INPUT_HANDLE
STD_OUTPUT_HANDLE STD_ERROR_HANDLE SW_HIDE STARTF_USESTDHANDLES
STARTF_USESHOWWINDOW STARTF_FORCEONFEEDBACK STARTF_FORCEOFFFEEDBACK
CREATE_NEW_CONSOLE CREATE_NEW_PROCESS_GROUP CREATE_NO_WINDOW
CREATE_DEFAULT_ERROR_MODE CREATE_BREAKAWAY_FROM_JOB DETACHED_PROCESS
ABOVE_NORMAL_PRIORITY_CLASS BELOW_NORMAL_PRIORITY_CLASS HIGH_PRIORITY_CLASS
IDLE_PRIORITY_CLASS NORMAL_PRIORITY_CLASS REALTIME_PRIORITY_CLASS
CTRL_C_EVENT CTRL_BREAK_EVENT";
