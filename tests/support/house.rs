//! The order of a crate's files: each uses only what stands below it, so that
//! whoever follows a call walks down.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use book::files::files_below;
use book::read::problem::Problem;

use crate::uses::{Use, uses};

/// A crate, and the order of its floors.
pub struct House {
    /// The folder of its files, from the repository's root.
    pub dir: &'static str,
    /// What the crate is called in its programs.
    pub name: &'static str,
    /// What its picture is called.
    pub title: &'static str,
    /// Its folders and the files beside them, without `.rs`, the ground floor
    /// first.
    pub floors: &'static [&'static str],
}

/// A file of a house.
struct File {
    /// From the repository's root.
    path: PathBuf,
    /// From the crate's root: `child`, `watch`.
    module: Vec<String>,
    floor: Option<usize>,
    text: String,
}

impl File {
    /// What the others call it: `child/watch.rs`.
    fn name<'a>(&'a self, house: &House) -> std::path::Display<'a> {
        self.path.strip_prefix(house.dir).unwrap_or(&self.path).display()
    }

    /// What it is for: the first sentence of its documentation.
    fn job(&self) -> Option<String> {
        let lines = self.text.lines().map_while(|l| l.strip_prefix("//! "));
        let words = lines.flat_map(str::split_whitespace);
        let words = words.collect::<Vec<&str>>().join(" ");
        let end = words.find(". ").unwrap_or(words.len());
        let job = words[..end].trim_end_matches(['.', ':']);
        (!job.is_empty()).then(|| job.to_owned())
    }
}

/// A house, as its files were found.
struct Survey {
    files: Vec<File>,
    /// From file to file on one floor, and the line of the first such use.
    inside: Vec<BTreeMap<usize, usize>>,
    problems: Vec<Problem>,
}

/// What is wrong with a house: an arrow up, a circle inside of a floor, a name
/// from the crate's root, a `super::` that leads out of a folder, a file that
/// does not say what it is for, a file without a floor, a floor without a file.
pub fn check(root: &Path, house: &House) -> Vec<Problem> {
    let Survey { files, inside, mut problems } = survey(root, house);
    for circle in circles(&inside) {
        let names: Vec<String> =
            circle.iter().map(|&n| files[n].name(house).to_string()).collect();
        let what = format!("a circle: {}", names.join(" uses "));
        let line = inside[circle[0]][&circle[1]];
        problems.push(Problem::new(&files[circle[0]].path, line, what));
    }
    problems
}

/// The floors from the top, each with its files and what they are for. Of a
/// folder the `mod.rs` is first, and each other file stands above those it uses.
pub fn plan(root: &Path, house: &House) -> String {
    let Survey { files, inside, .. } = survey(root, house);
    let mut order = from_top(&inside);
    order.sort_by_key(|&n| {
        let is_top = files[n].path.ends_with("mod.rs");
        (Reverse(files[n].floor), !is_top)
    });
    let mut out = format!("title {}\n", house.title);
    let mut last = None;
    for file in order.into_iter().map(|n| &files[n]) {
        let Some(floor) = file.floor.map(|n| house.floors[n]) else { continue };
        let is_folder = root.join(house.dir).join(floor).is_dir();
        if is_folder && last != Some(floor) {
            out += &format!("{floor}/\n");
        }
        last = Some(floor);
        let name = file.path.file_name().unwrap_or_default().display();
        let job = file.job().unwrap_or_default();
        let space = if is_folder { "    " } else { "" };
        out += &format!("{space}{name}: {job}\n");
    }
    out
}

fn survey(root: &Path, house: &House) -> Survey {
    let files = files(root, house);
    let mut problems = Vec::new();
    for (n, floor) in house.floors.iter().enumerate() {
        if !files.iter().any(|file| file.floor == Some(n)) {
            let what = format!("there is nothing on the floor {floor:?}");
            problems.push(Problem::new(Path::new(house.dir), 0, what));
        }
    }
    let modules: BTreeMap<&[String], usize> = files
        .iter()
        .enumerate()
        .filter(|(_, file)| !file.path.ends_with("main.rs"))
        .map(|(n, file)| (&file.module[..], n))
        .collect();
    let mut inside: Vec<BTreeMap<usize, usize>> =
        vec![BTreeMap::new(); files.len()];
    for (n, file) in files.iter().enumerate() {
        let mut problem = |line: usize, what: String| {
            problems.push(Problem::new(&file.path, line, what));
        };
        if file.job().is_none() {
            problem(1, "does not begin with `//!` and its job".to_owned());
        }
        if file.floor.is_none() {
            problem(0, "stands on no floor".to_owned());
        }
        let found = match uses(&file.text, &file.module, house.name) {
            Ok(found) => found,
            Err(error) => {
                problem(error.span().start().line, error.to_string());
                continue;
            }
        };
        for Use { line, written, path } in found {
            let module = (0..=path.len()).rev();
            let module = module.map(|end| &path[..end]);
            let used = module.filter_map(|path| modules.get(path)).next();
            let Some(&used) = used.filter(|_| !path.is_empty()) else {
                continue;
            };
            let other = &files[used];
            if other.module.is_empty() && used != n {
                let what = "takes a name from the crate's root; take it from \
                            its module";
                problem(line, format!("`{written}` {what}"));
                continue;
            }
            let leads_out = other.path.parent() != file.path.parent();
            if written.starts_with("super") && leads_out {
                let what = "leads out of the folder: write `crate::…`";
                problem(line, format!("`{written}` {what}"));
            }
            if other.floor > file.floor && file.floor.is_some() {
                let name = other.name(house);
                let what = format!("`{written}`: {name} stands above it");
                problem(line, what);
            } else if other.floor == file.floor && used != n {
                inside[n].entry(used).or_insert(line);
            }
        }
    }
    Survey { files, inside, problems }
}

/// The files of a house, and of a folder the `mod.rs` first.
fn files(root: &Path, house: &House) -> Vec<File> {
    let dir = Path::new(house.dir);
    let mut files = Vec::new();
    for path in files_below(root, dir) {
        let below = path.strip_prefix(dir).unwrap_or(&path).with_extension("");
        let mut module: Vec<String> = below
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        let floor = house.floors.iter().position(|floor| module[0] == *floor);
        if module.len() == 1 && matches!(&module[0][..], "lib" | "main") {
            module.clear();
        }
        module.pop_if(|last| last == "mod");
        let text = fs::read_to_string(root.join(&path)).unwrap_or_default();
        if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(File { path, module, floor, text });
        }
    }
    files.sort_by(|a, b| a.module.cmp(&b.module));
    files
}

/// The circles in a graph, each from the node that is met first, which stands
/// at both ends.
fn circles(graph: &[BTreeMap<usize, usize>]) -> Vec<Vec<usize>> {
    fn walk(
        graph: &[BTreeMap<usize, usize>],
        way: &mut Vec<usize>,
        done: &mut BTreeSet<usize>,
        found: &mut Vec<Vec<usize>>,
    ) {
        let here = way[way.len() - 1];
        for &next in graph[here].keys() {
            if let Some(start) = way.iter().position(|&n| n == next) {
                found.push([&way[start..], &[next]].concat());
            } else if !done.contains(&next) {
                way.push(next);
                walk(graph, way, done, found);
                way.pop();
            }
        }
        done.insert(here);
    }
    let (mut done, mut found) = (BTreeSet::new(), Vec::new());
    for start in 0..graph.len() {
        if !done.contains(&start) {
            walk(graph, &mut vec![start], &mut done, &mut found);
        }
    }
    found
}

/// The nodes of a graph in an order in which each stands before those that it
/// leads to.
fn from_top(graph: &[BTreeMap<usize, usize>]) -> Vec<usize> {
    fn visit(
        graph: &[BTreeMap<usize, usize>],
        node: usize,
        seen: &mut BTreeSet<usize>,
        order: &mut Vec<usize>,
    ) {
        if seen.insert(node) {
            for &next in graph[node].keys().rev() {
                visit(graph, next, seen, order);
            }
            order.push(node);
        }
    }
    let (mut seen, mut order) = (BTreeSet::new(), Vec::new());
    for node in (0..graph.len()).rev() {
        visit(graph, node, &mut seen, &mut order);
    }
    order.reverse();
    order
}
