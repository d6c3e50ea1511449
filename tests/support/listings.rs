//! Every listing and twin is run, and what it prints is its snapshot.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use book::files::names;
use book::read::listing::{self, Listing, Program};
use book::read::mask::{mask, same};
use book::read::page::is_mark;
use libtest_mimic::{Arguments, Conclusion, Failed, Trial};
use serde_json::Value;

use crate::supervise::{self, Limits, Run};

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
            false => build(root),
        },
        python: python(),
        strace: cfg!(target_os = "linux")
            && Command::new("strace").arg("-V").output().is_ok(),
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
                if ci() || workspace.python.is_ok() {
                    add(format!("{}.py", program.name), check_twin);
                }
            }
            let strace = workspace.strace || ci() && cfg!(target_os = "linux");
            if in_rust && strace {
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
        && !ci()
    {
        let name = format!("{twins} twins are not run: {why}");
        trials.push(Trial::test(name, || Ok(())).with_ignored_flag(true));
    }
    if !workspace.strace && !ci() {
        let name = "failing forks are not tried: strace is not installed";
        trials.push(Trial::test(name, || Ok(())).with_ignored_flag(true));
    }
    libtest_mimic::run(arguments, trials)
}

fn failed(arguments: &Arguments, name: &str, what: String) -> Conclusion {
    let trial = Trial::test(name, move || Err(Failed::from(what)));
    libtest_mimic::run(arguments, vec![trial])
}

fn ci() -> bool {
    env::var_os("CI").is_some()
}

/// What a Rust program prints is its snapshot, under the command that runs it.
fn check_rust(
    workspace: &Workspace,
    listing: &Listing,
    program: &Program,
) -> Result<(), String> {
    let executable = workspace.built.executable(listing, program)?;
    let command = [executable.as_os_str().to_owned()];
    let text = printed(
        &command,
        &[],
        Limits { whole: limit(), grace: Duration::ZERO },
    )?;
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
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python");
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

/// With each fork failing in turn a program ends with one clear error, exit
/// status 1 and no process left. strace counts the forks of each process by
/// itself, so that of a child's forks it fails the one with the same number.
fn check_no_fork(
    workspace: &Workspace,
    listing: &Listing,
    program: &Program,
) -> Result<(), String> {
    let executable = workspace.built.executable(listing, program)?;
    let trace = tempfile::NamedTempFile::new().map_err(|e| e.to_string())?;
    let calls = "clone,clone3,fork,vfork";
    // One by one at first, then further and further apart.
    let mut nth = 1;
    while nth < 200 {
        let mut command: Vec<OsString> =
            ["strace", "-f", "-qq", "-o"].map(OsString::from).to_vec();
        command.push(trace.path().as_os_str().to_owned());
        let inject = format!("inject={calls}:error=EAGAIN:when={nth}");
        for option in [format!("trace={calls}"), inject] {
            command.extend([OsString::from("-e"), option.into()]);
        }
        command.push(executable.as_os_str().to_owned());
        let limits = Limits { whole: limit(), grace: Duration::ZERO };
        let run = run_in_empty_folder(&command, &[], limits)?;
        let log =
            fs::read_to_string(trace.path()).map_err(|e| e.to_string())?;
        if !log.contains("(INJECTED)") {
            return match nth {
                1 => Err("forks nothing".to_owned()),
                _ => Ok(()),
            };
        }
        let errors: Vec<&str> = run
            .output
            .lines()
            .filter(|line| line.contains("rror: ") || line.contains("panicked"))
            .collect();
        let named = run.output.contains("EAGAIN")
            || run.output.contains("Resource temporarily unavailable");
        if run.status != "exit status: 1" || errors.len() != 1 || !named {
            return Err(format!(
                "with fork no. {nth} failing it should end with one error \
                 that names EAGAIN and with exit status 1; it says {:?} and \
                 ends with {}",
                run.output, run.status
            ));
        }
        nth += 1 + nth / 8;
    }
    Err("still forks after 200 failures".to_owned())
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

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
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

/// The most time that a listing may take.
fn limit() -> Duration {
    let said = env::var("LISTING_SECONDS").ok();
    Duration::from_secs(said.and_then(|s| s.parse().ok()).unwrap_or(10))
}

/// What a program prints, and its exit status where that is not 0.
fn printed(
    command: &[OsString],
    environment: &[(&str, OsString)],
    limits: Limits,
) -> Result<String, String> {
    let run = run_in_empty_folder(command, environment, limits)?;
    let mut text = run.output;
    if text.contains('\r') || text.ends_with("\n\n") {
        return Err(format!("a snapshot cannot keep the end of {text:?}"));
    }
    if run.status != "exit status: 0" {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text += &run.status;
    }
    Ok(text)
}

fn run_in_empty_folder(
    command: &[OsString],
    environment: &[(&str, OsString)],
    limits: Limits,
) -> Result<Run, String> {
    let dir = tempfile::tempdir().map_err(|e| e.to_string())?;
    let run = supervise::run(command, dir.path(), environment, limits)?;
    if let Some(problem) = run.problem {
        return Err(format!("{problem}; it prints:\n{}", run.output));
    }
    let left = names(dir.path(), Path::new(""));
    match left.is_empty() {
        true => Ok(run),
        false => Err(format!("leaves files behind: {}", left.join(", "))),
    }
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

fn insta(dir: &Path, name: &str, text: &str) {
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

/// The Python that runs the twins: `$PYTHON`, or `python3`.
fn python() -> Result<PathBuf, String> {
    let name = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(&name)
        .args(["-c", "import sys; print(sys.executable)"])
        .output()
        .map_err(|e| format!("cannot run {name}: {e}"))?;
    let path = String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
    match output.status.success() && !path.is_empty() {
        true => Ok(PathBuf::from(path)),
        false => Err(format!("{name} does not work: {}", output.status)),
    }
}

/// What came of building every listing once.
#[derive(Default)]
struct Built {
    /// By the crate's folder and the name of the binary.
    executables: BTreeMap<(PathBuf, String), PathBuf>,
    /// By the crate's folder: what the compiler says.
    messages: BTreeMap<PathBuf, String>,
    /// What cargo itself says.
    cargo: String,
}

impl Built {
    fn executable(
        &self,
        listing: &Listing,
        program: &Program,
    ) -> Result<&Path, String> {
        let name = match program.name.as_str() {
            "main" => &listing.package,
            name => name,
        };
        let key = (listing.dir.clone(), name.to_owned());
        let found = self.executables.get(&key).map(PathBuf::as_path);
        found.ok_or_else(|| {
            let message = self.messages.get(&listing.dir);
            format!("does not compile:\n{}", message.unwrap_or(&self.cargo))
        })
    }
}

fn build(root: &Path) -> Built {
    let output = cargo()
        .args(["build", "--workspace", "--bins", "--keep-going"])
        // It brings what it measures, and no page runs it.
        .args(["--exclude", "measure"])
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
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        let manifest = message["manifest_path"].as_str().unwrap_or_default();
        let dir = Path::new(manifest).parent().unwrap_or(Path::new(""));
        let Ok(dir) = dir.strip_prefix(root) else { continue };
        if let Some(executable) = message["executable"].as_str() {
            let name = message["target"]["name"].as_str().unwrap_or_default();
            let key = (dir.to_owned(), name.to_owned());
            built.executables.insert(key, executable.into());
        }
        if let Some(text) = message["message"]["rendered"].as_str() {
            *built.messages.entry(dir.to_owned()).or_default() += text;
        }
    }
    built
}
