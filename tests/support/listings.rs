//! Every listing and twin is run, and what it prints is its snapshot.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use book::read::listing::{self, Listing, Program};
use book::read::mask::{mask, same};
use book::read::page::is_mark;
use libtest_mimic::{Arguments, Conclusion, Failed, Trial};

use crate::cargo::{Built, build, cargo};
use crate::machine::{has, is_ci, python};
use crate::run::{limit, printed, test_printed};
use crate::strace;
use crate::supervise::Limits;

/// The repository's root, and what every test of a listing needs from it.
struct Workspace {
    root: PathBuf,
    built: Built,
    python: Result<PathBuf, String>,
    strace: bool,
}

type Check = fn(&Workspace, &Listing, &Program) -> Result<(), String>;

/// Runs the tests of all listings below `root`.
pub fn test(root: &Path, arguments: &Arguments) -> Conclusion {
    // insta panics where a snapshot differs, and has shown the difference.
    std::panic::set_hook(Box::new(|_| ()));
    let listings = match listing::all(root) {
        Ok(listings) => listings,
        Err(what) => return failed(arguments, "listings", what),
    };
    let workspace = Arc::new(Workspace {
        root: root.to_owned(),
        built: match arguments.list {
            true => Built::default(),
            false => build(root, &listings),
        },
        python: python(),
        strace: cfg!(target_os = "linux") && has("strace", "-V"),
    });
    let mut trials = Vec::new();
    let mut twins = 0;
    for listing in listings {
        let listing = Arc::new(listing);
        let below =
            listing.dir.strip_prefix("listings").unwrap_or(&listing.dir);
        let below = below.display().to_string();
        // What must not compile is a documentation test of its crate.
        let forbids = listing.files(root).iter().any(|file| {
            let text = fs::read_to_string(root.join(file)).unwrap_or_default();
            text.contains("compile_fail")
        });
        if forbids {
            let (workspace, listing) = (workspace.clone(), listing.clone());
            let name = format!("{below} does not compile where it should not");
            trials.push(Trial::test(name, move || {
                check_doc_tests(&workspace, &listing).map_err(Failed::from)
            }));
        }
        for program in &listing.programs {
            let mut add = |what: String, test: Check| {
                let (workspace, listing, program) =
                    (workspace.clone(), listing.clone(), program.clone());
                let elsewhere =
                    program.only.is_some_and(|system| !system.is_here());
                let name = format!("{below} {what}");
                let trial = Trial::test(name, move || {
                    (0..runs()).try_for_each(|_| {
                        test(&workspace, &listing, &program)
                            .map_err(Failed::from)
                    })
                });
                trials.push(trial.with_ignored_flag(elsewhere));
            };
            let in_rust = program.rust.is_some();
            if in_rust {
                add(format!("{}.rs", program.name), check_rust);
            }
            if program.twin.is_some() {
                twins += 1;
                if is_ci() || workspace.python.is_ok() {
                    add(format!("{}.py", program.name), check_twin);
                }
            }
            let strace =
                workspace.strace || is_ci() && cfg!(target_os = "linux");
            if in_rust && strace && !program.is_test() {
                add(format!("{}.rs, fork fails", program.name), check_no_fork);
            }
            if let Some(step) = previous_step(&listing, program) {
                let (workspace, listing, program) =
                    (workspace.clone(), listing.clone(), program.clone());
                let name = format!("{below} {}.diff", program.name);
                trials.push(Trial::test(name, move || {
                    check_diff(&workspace, &listing, &step, &program)
                        .map_err(Failed::from)
                }));
            }
        }
    }
    // On a reader's machine a missing tool is one visible line; in CI a failure.
    if let Err(why) = &workspace.python
        && !is_ci()
    {
        let name = format!("{twins} twins are not run: {why}");
        trials.push(Trial::test(name, || Ok(())).with_ignored_flag(true));
    }
    if !workspace.strace && !is_ci() {
        let name = "failing forks are not tried: strace is not installed";
        trials.push(Trial::test(name, || Ok(())).with_ignored_flag(true));
    }
    libtest_mimic::run(arguments, trials)
}

fn failed(arguments: &Arguments, name: &str, what: String) -> Conclusion {
    let trial = Trial::test(name, move || Err(Failed::from(what)));
    libtest_mimic::run(arguments, vec![trial])
}

/// What a Rust program prints is its snapshot, under the command that runs it.
fn check_rust(
    workspace: &Workspace,
    listing: &Listing,
    program: &Program,
) -> Result<(), String> {
    let executable = workspace.built.executable(listing, program)?;
    let command = [executable.as_os_str().to_owned()];
    let limits = Limits { whole: limit(), grace: Duration::ZERO };
    let text = match program.is_test() {
        true => test_printed(&command, limits)?,
        false => printed(&command, &[], limits)?,
    };
    let dir = workspace.root.join(&listing.dir);
    let seen = mask(&text, &program.masks)?;
    check_snapshot(
        &dir,
        &program.name,
        &listing.command(program),
        &seen,
        program,
    )
}

/// What a twin prints is the same snapshot, or one of its own.
fn check_twin(
    workspace: &Workspace,
    listing: &Listing,
    program: &Program,
) -> Result<(), String> {
    let python = workspace
        .python
        .as_ref()
        .map_err(|why| format!("{why}; the twins need it where `CI` is set"))?;
    let twin = program.twin.as_ref().ok_or("no twin")?;
    let command =
        [python.clone().into(), workspace.root.join(twin).into_os_string()];
    let source = fs::read_to_string(workspace.root.join(twin))
        .map_err(|e| e.to_string())?;
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../python");
    let environment = [
        ("PYTHONPATH", site.into_os_string()),
        ("PYTHONDONTWRITEBYTECODE", OsString::from("1")),
    ];
    let text = printed(
        &command,
        &environment,
        Limits {
            whole: limit(),
            grace: match source.contains("multiprocessing") {
                // Its resource tracker ends a moment after its parent.
                true => Duration::from_secs(5),
                false => Duration::ZERO,
            },
        },
    )?;
    let dir = workspace.root.join(&listing.dir);
    let seen = mask(&text, &program.masks)?;
    let file = dir.join(format!("{}.snap", program.name));
    if !file.exists() && program.rust.is_some() {
        check_rust(workspace, listing, program)?;
    }
    let shared = stored(&file);
    let same = shared
        .as_ref()
        .is_some_and(|(_, text)| same(text, &seen, &program.masks));
    if program.twin_differs {
        if same {
            return Err(format!(
                "{} is not needed: both print the same",
                listing.twin_snapshot(program).display()
            ));
        }
        let name = format!("{}.py", program.name);
        let command = format!("python3 {}", twin.display());
        return check_snapshot(&dir, &name, &command, &seen, program);
    }
    match shared {
        _ if same => Ok(()),
        None => Err(format!("cannot read {}", file.display())),
        Some((_, text)) => Err(format!(
            "the twin prints something else than the snapshot (if it must, \
             create {} and run the tests with INSTA_UPDATE=always):\n{}",
            listing.twin_snapshot(program).display(),
            difference(&text, &seen)
        )),
    }
}

/// See [`strace::no_fork`].
fn check_no_fork(
    workspace: &Workspace,
    listing: &Listing,
    program: &Program,
) -> Result<(), String> {
    let source = program.rust.as_ref().ok_or("no Rust program")?;
    let source = fs::read_to_string(workspace.root.join(source))
        .map_err(|e| e.to_string())?;
    let snapshot = workspace.root.join(listing.snapshot(program));
    let usual = stored(&snapshot).filter(|_| {
        let may = ["StartMethod::ForkServer", "thread::"];
        may.iter().any(|part| source.contains(part))
    });
    let executable = workspace.built.executable(listing, program)?;
    strace::no_fork(executable, |output| match &usual {
        Some((_, usual)) => {
            let seen = mask(output, &program.masks)?;
            Ok(same(usual, &seen, &program.masks))
        }
        None => Ok(false),
    })
}

/// The documentation tests of a crate hold.
fn check_doc_tests(
    workspace: &Workspace,
    listing: &Listing,
) -> Result<(), String> {
    let output = cargo()
        .args(["test", "--quiet", "--doc", "-p", &listing.package])
        .current_dir(&workspace.root)
        .output()
        .map_err(|e| format!("cannot run cargo: {e}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    match output.status.success() && said.contains(" passed") {
        true => Ok(()),
        false => {
            Err(format!("{said}{}", String::from_utf8_lossy(&output.stderr)))
        }
    }
}

/// The difference between two steps of a program is a snapshot too.
fn check_diff(
    workspace: &Workspace,
    listing: &Listing,
    step: &Program,
    program: &Program,
) -> Result<(), String> {
    let read = |program: &Program| {
        let file = program.rust.as_ref().ok_or("no Rust program")?;
        let file = workspace.root.join(file);
        fs::read_to_string(file).map_err(|e| e.to_string())
    };
    let before = without_marks(&read(step)?);
    let diff = difference(&before, &without_marks(&read(program)?));
    let dir = workspace.root.join(&listing.dir);
    insta(&dir, &format!("{}.diff", program.name), &diff);
    Ok(())
}

/// The marks of a listing belong to its notes, not to the program.
fn without_marks(source: &str) -> String {
    let kept = source.lines().map(|line| match line.split_once(" // ") {
        Some((code, comment)) if comment.starts_with(is_mark) => code,
        _ => line,
    });
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// The program before `program` in a row `NAME_1`, `NAME_2`, …
fn previous_step(listing: &Listing, program: &Program) -> Option<Program> {
    let (name, number) = program.name.rsplit_once('_')?;
    let before = number.parse::<u32>().ok()?.checked_sub(1)?;
    let before = format!("{name}_{before}");
    listing.programs.iter().find(|p| p.name == before).cloned()
}

/// A unified diff without a header.
fn difference(before: &str, after: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    diff.unified_diff().context_radius(2).to_string()
}

/// How often each program is run: more than once to look for rare differences.
fn runs() -> u32 {
    let said = env::var("LISTING_RUNS").ok();
    said.and_then(|s| s.parse().ok()).unwrap_or(1)
}

/// Compares with a snapshot, or writes it where `INSTA_UPDATE` says so.
fn check_snapshot(
    dir: &Path,
    name: &str,
    command: &str,
    seen: &str,
    program: &Program,
) -> Result<(), String> {
    let file = dir.join(format!("{name}.snap"));
    let seen = match stored(&file) {
        // A real run in another order stays on the page as it is.
        Some((_, text)) if same(&text, seen, &program.masks) => text,
        _ => seen.to_owned(),
    };
    insta(dir, name, &format!("$ {command}\n{seen}"));
    Ok(())
}

/// Compares a text with a snapshot in `dir`. Each snapshot names this file.
pub fn insta(dir: &Path, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(dir);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// The command and the text of a snapshot, without insta's header.
fn stored(file: &Path) -> Option<(String, String)> {
    let text = fs::read_to_string(file).ok()?;
    let mut lines = text.lines().skip(3);
    let command = lines.next()?.to_owned();
    Some((command, lines.collect::<Vec<_>>().join("\n")))
}
