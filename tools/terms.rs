//! The names and words of the book, and where each is explained. The search
//! puts them before all else that it finds, and the printed index lists them.
//!
//! They come from the pages' titles, headings and tables, from the signals,
//! errors and system calls in the text, and from `theme/terms.toml`, which has
//! what a reader may say and no page does.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mdbook_driver::book::Book;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The words kept by hand.
const FILE: &str = "theme/terms.toml";

/// The page of the printed index, which lists the terms and adds none.
pub const INDEX: &str = "reference/index.md";

/// What a term is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Python,
    Rust,
    SystemCall,
    Signal,
    Error,
    /// A word of the field, or of a title.
    Subject,
    /// What a reader may ask; in the search alone.
    Question,
}

/// How much a place has to say about a term, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// `theme/terms.toml` says so.
    Chosen,
    Title,
    Heading,
    /// The table at the top of a page.
    Signature,
    /// The glossary.
    Definition,
    Table,
    Mention,
}

/// A section of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub weight: Weight,
    /// The page's number in the order of the book, from 0.
    pub page: usize,
    /// The `id` of its heading; empty for the page as a whole.
    pub anchor: String,
}

/// A name or word, and the places that explain it, the best first.
#[derive(Debug)]
pub struct Term {
    pub name: String,
    pub kind: Kind,
    pub places: Vec<Place>,
}

/// A page that terms lead to.
#[derive(Debug)]
pub struct PageName {
    pub title: String,
    /// From `src/`, `/` between folders, as in `process/join.md`.
    pub path: String,
}

/// All terms of a book, in the order of their names.
pub struct Terms {
    pub pages: Vec<PageName>,
    pub terms: Vec<Term>,
}

/// What a search makes of a name: `exit code`, `exitcode` and `exit_code` are
/// one, `_exit` is not `exit`. The same as `key` in `theme/terms.js`.
pub fn key(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let rest = name.trim_start_matches('_');
    let start = &name[..name.len() - rest.len()];
    let letters = rest.chars().filter(|c| c.is_alphanumeric());
    start.chars().chain(letters).collect()
}

impl Terms {
    /// Reads the terms of the pages in `book`, as they are before any
    /// preprocessor, and of `theme/terms.toml`. Fails if that file cannot be
    /// read or leads to a page or heading that is not there.
    pub fn read(root: &Path, book: &Book) -> Result<Terms> {
        let mut terms = Collected::default();
        let mut pages = Vec::new();
        let mut anchors = HashMap::new();
        for chapter in book.chapters() {
            let Some(path) = &chapter.source_path else { continue };
            let path = path.display().to_string();
            let page = pages.len();
            let mut reader = Reader::new(page, &path, &mut terms);
            if path != INDEX {
                reader.title(&chapter.name);
                reader.read(&chapter.content);
            }
            anchors.insert(path.clone(), (page, reader.anchors));
            pages.push(PageName { title: chapter.name.clone(), path });
        }
        let file = root.join(FILE);
        if file.exists() {
            let text = fs::read_to_string(&file)
                .with_context(|| format!("cannot read {FILE}"))?;
            terms.add_chosen(&text, &anchors).context(FILE)?;
        }
        Ok(Terms { pages, terms: terms.sorted() })
    }
}

#[derive(Default)]
struct Collected {
    places: HashMap<(String, Kind), Vec<Place>>,
    /// The names that are listed nowhere: variables of the examples, words that
    /// stand in a table of names and are none.
    dropped: HashSet<String>,
}

impl Collected {
    fn add(&mut self, name: &str, kind: Kind, place: Place) {
        let places = self.places.entry((name.to_owned(), kind)).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
    }

    /// Adds what `theme/terms.toml` says.
    fn add_chosen(
        &mut self,
        text: &str,
        anchors: &HashMap<String, (usize, HashSet<String>)>,
    ) -> Result<()> {
        let table: BTreeMap<String, Vec<String>> = toml::from_str(text)?;
        for (place, names) in &table {
            if place == "dropped" {
                self.dropped.extend(names.iter().cloned());
                continue;
            }
            let (path, anchor) =
                place.split_once('#').unwrap_or((place.as_str(), ""));
            let Some((page, known)) = anchors.get(path) else {
                bail!("src/SUMMARY.md has no page {path}");
            };
            if !anchor.is_empty() && !known.contains(anchor) {
                bail!("src/{path} has no heading #{anchor}");
            }
            for name in names {
                let (name, kind) = match name.strip_prefix('`') {
                    Some(code) => {
                        let code = code.trim_end_matches('`');
                        (code, kind_of(code, Kind::Python))
                    }
                    None if name.split(' ').count() > 2 => {
                        (name.as_str(), Kind::Question)
                    }
                    None => (name.as_str(), Kind::Subject),
                };
                let place = Place {
                    weight: Weight::Chosen,
                    page: *page,
                    anchor: anchor.to_owned(),
                };
                self.add(name, kind, place);
            }
        }
        Ok(())
    }

    /// The terms in order. A name that is only ever mentioned is none, but for
    /// signals and errors; other mentions belong to names that have a table.
    fn sorted(self) -> Vec<Term> {
        let Collected { places, dropped } = self;
        let mut mentions: HashMap<String, Vec<Place>> = HashMap::new();
        let mut terms = Vec::new();
        for ((name, kind), mut places) in places {
            let only_mentioned =
                places.iter().all(|place| place.weight == Weight::Mention);
            if dropped.contains(&name) {
                continue;
            }
            if only_mentioned && !matches!(kind, Kind::Signal | Kind::Error) {
                mentions.insert(name, places);
                continue;
            }
            places.sort_by_key(|place| (place.weight, place.page));
            terms.push(Term { name, kind, places });
        }
        for term in &mut terms {
            if term.kind == Kind::SystemCall
                && let Some(places) = mentions.get(&term.name)
            {
                term.places.extend(places.iter().cloned());
            }
        }
        terms.sort_by_cached_key(|term| {
            (term.kind, key(&term.name), term.name.clone())
        });
        terms
    }
}

/// Reads one page.
struct Reader<'a> {
    page: usize,
    path: &'a str,
    terms: &'a mut Collected,
    anchors: HashSet<String>,
    /// The heading that the text stands under.
    anchor: String,
}

/// What a code span stands in.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Text,
    Heading,
    /// A cell of a table, by the word above its column.
    Column(Option<Kind>),
}

impl<'a> Reader<'a> {
    fn new(page: usize, path: &'a str, terms: &'a mut Collected) -> Self {
        let anchors = HashSet::new();
        Reader { page, path, terms, anchors, anchor: String::new() }
    }

    fn place(&self, weight: Weight) -> Place {
        Place { weight, page: self.page, anchor: self.anchor.clone() }
    }

    /// The page's title is a term, and so are names in it.
    fn title(&mut self, title: &str) {
        let place = self.place(Weight::Title);
        // The parts that go through a module name by name are about Python's.
        let part = self.path.split('/').next().unwrap_or_default();
        let names = matches!(part, "process" | "subprocess")
            && title.starts_with(|c: char| c.is_lowercase());
        if !names {
            let title = title.strip_prefix("The ").unwrap_or(title);
            self.terms.add(title, Kind::Subject, place);
            return;
        }
        for name in title.split([',', ' ']) {
            if !matches!(name, "" | "and") {
                self.terms.add(name, Kind::Python, place.clone());
            }
        }
    }

    fn read(&mut self, text: &str) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_DEFINITION_LIST;
        let mut inside = Inside::Text;
        // The text and the code spans of the heading, cell or term that is open.
        let mut words = String::new();
        let mut spans: Vec<String> = Vec::new();
        let mut level = 0;
        let mut id = None;
        let mut columns: Vec<Option<Kind>> = Vec::new();
        let (mut column, mut in_head, mut leads_on) = (0, false, false);
        let mut admonition = None;
        for event in Parser::new_ext(text, options) {
            match event {
                Event::Start(Tag::Heading {
                    level: new, id: given, ..
                }) => {
                    level = new as usize;
                    id = given.map(|id| id.to_string());
                    inside = Inside::Heading;
                    words.clear();
                    spans.clear();
                }
                Event::Start(Tag::DefinitionListTitle) => words.clear(),
                Event::Start(Tag::TableHead) => {
                    in_head = true;
                    columns.clear();
                }
                Event::Start(Tag::TableRow) => column = 0,
                Event::Start(Tag::TableCell) => {
                    words.clear();
                    if !in_head {
                        let kind = columns.get(column).copied().flatten();
                        inside = Inside::Column(kind);
                    }
                }
                Event::End(TagEnd::Heading(_)) => {
                    self.heading(level, &words, id.take(), &spans);
                    inside = Inside::Text;
                }
                Event::End(TagEnd::DefinitionListTitle) => {
                    let before = self.anchor.clone();
                    self.anchor = self.unique(&words);
                    let place = self.place(Weight::Definition);
                    let kind = kind_of(&words, Kind::Subject);
                    self.terms.add(&words, kind, place);
                    self.anchor = before;
                }
                Event::End(TagEnd::TableHead) => {
                    in_head = false;
                    if std::mem::take(&mut leads_on) {
                        columns.fill(None);
                    }
                }
                Event::End(TagEnd::TableCell) => {
                    if in_head {
                        columns.push(column_kind(&words));
                        // A table that leads to other pages: each says itself
                        // what its names are.
                        leads_on |= words == "Page";
                    }
                    column += 1;
                    inside = Inside::Text;
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    admonition = info.starts_with("admonish").then(String::new);
                }
                Event::End(TagEnd::CodeBlock) => {
                    if let Some(text) = admonition.take() {
                        self.read(&text);
                    }
                }
                Event::Text(text) => match &mut admonition {
                    Some(text_of) => text_of.push_str(&text),
                    None => words.push_str(&text),
                },
                Event::Code(code) => {
                    words.push_str(&code);
                    match inside {
                        Inside::Heading => spans.push(code.to_string()),
                        Inside::Text => self.span(&code, None),
                        Inside::Column(kind) => self.span(&code, kind),
                    }
                }
                _ => {}
            }
        }
    }

    fn heading(
        &mut self,
        level: usize,
        words: &str,
        id: Option<String>,
        spans: &[String],
    ) {
        let id = match id {
            Some(id) => {
                self.anchors.insert(id.clone());
                id
            }
            None => self.unique(words),
        };
        self.anchor = if level == 1 { String::new() } else { id };
        if level == 1 || FRAME.contains(&words) {
            return;
        }
        let place = self.place(Weight::Heading);
        self.terms.add(words, Kind::Question, place.clone());
        for span in spans {
            for (name, kind) in names(span, Kind::Python) {
                self.terms.add(&name, kind, place.clone());
            }
        }
    }

    /// A code span in the text or in a table's cell.
    fn span(&mut self, code: &str, column: Option<Kind>) {
        // A manual page: `waitid(2)`.
        if let Some(call) = code.strip_suffix("(2)") {
            self.terms.add(call, Kind::SystemCall, self.place(Weight::Table));
            return;
        }
        let is_signature = self.anchor.is_empty();
        for (name, kind) in names(code, column.unwrap_or(Kind::Subject)) {
            let weight = match (column, kind) {
                (None, _) => Weight::Mention,
                (Some(_), Kind::Signal | Kind::Error) => Weight::Table,
                (Some(_), _) if is_signature => Weight::Signature,
                (Some(_), _) => Weight::Table,
            };
            let kind = match kind {
                Kind::Subject => Kind::SystemCall,
                kind => kind,
            };
            self.terms.add(&name, kind, self.place(weight));
        }
    }

    /// The `id` that mdBook gives a heading with these words.
    fn unique(&mut self, words: &str) -> String {
        let id: String = words
            .trim()
            .to_lowercase()
            .chars()
            .filter_map(|c| match c {
                c if c.is_alphanumeric() || c == '_' || c == '-' => Some(c),
                c if c.is_whitespace() => Some('-'),
                _ => None,
            })
            .collect();
        let mut unique = id.clone();
        let mut count = 0;
        while !self.anchors.insert(unique.clone()) {
            count += 1;
            unique = format!("{id}-{count}");
        }
        unique
    }
}

/// The headings that every page has: they name no subject.
const FRAME: [&str; 9] = [
    "In Python",
    "In Rust",
    "Output",
    "What happened",
    "Under the hood",
    "Edge cases",
    "Pitfalls",
    "Try it",
    "See also",
];

/// What the code in a column of a table names.
fn column_kind(head: &str) -> Option<Kind> {
    if head.starts_with("System call") {
        Some(Kind::SystemCall)
    } else if head.starts_with("Python") {
        Some(Kind::Python)
    } else if head.starts_with("Rust") {
        Some(Kind::Rust)
    } else {
        None
    }
}

/// What a name says about itself; `or` is what it is otherwise.
fn kind_of(name: &str, or: Kind) -> Kind {
    let upper = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let is_constant = |start: &str| {
        let rest = name.strip_prefix(start);
        rest.is_some_and(|rest| rest.len() > 1 && rest.chars().all(upper))
    };
    let is_errno = is_constant("E") && name != "EOF";
    let ends = ["Error", "Exception", "Expired", "Exit", "Interrupt"];
    let is_exception = name.starts_with(|c: char| c.is_ascii_uppercase())
        && !name.contains([' ', ':'])
        && ends.iter().any(|end| name.ends_with(end));
    if is_constant("SIG") {
        Kind::Signal
    } else if is_errno || is_exception {
        Kind::Error
    } else if name.contains("::") || name.ends_with('!') {
        Kind::Rust
    } else {
        or
    }
}

/// The modules that a name may begin with. Elsewhere, what stands before the
/// last point is a variable: `p.join()` names `join`.
const MODULES: [&str; 12] = [
    "asyncio",
    "io",
    "libc",
    "nix",
    "os",
    "resource",
    "shlex",
    "shutil",
    "signal",
    "std",
    "sys",
    "threading",
];

/// The names in a piece of code: what is called, given by keyword, or stands
/// alone. `run(args, text=True)` names `run` and `text`.
fn names(code: &str, or: Kind) -> Vec<(String, Kind)> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(start) = code[at..].find(|c: char| part(c)) {
        let start = at + start;
        let mut end = start;
        loop {
            let rest = &code[end..];
            end += rest.find(|c| !part(c)).unwrap_or(rest.len());
            let rest = &code[end..];
            let joint = ["::", "."].into_iter().find(|joint| {
                rest.strip_prefix(joint).is_some_and(|r| r.starts_with(part))
            });
            match joint {
                Some(joint) => end += joint.len(),
                None => break,
            }
        }
        let path = &code[start..end];
        let rest = code[end..].trim_start();
        let quoted = code[..start].matches('"').count() % 2 == 1;
        let alone = start == 0 && rest.is_empty();
        let called = rest.starts_with('(') || rest.starts_with('!');
        let keyword = rest.starts_with('=')
            && !rest.starts_with("==")
            && or == Kind::Python;
        at = end;
        let first = path.split(['.', ':']).next().unwrap_or_default();
        let module = MODULES.contains(&first)
            || first.starts_with(|c: char| c.is_uppercase());
        let name = match module || !path.contains('.') {
            true => path,
            false => path.rsplit('.').next().unwrap_or(path),
        };
        let kind = kind_of(name, or);
        let method = code[..start].ends_with('.');
        let wanted = match kind {
            Kind::Signal | Kind::Error => true,
            Kind::SystemCall | Kind::Subject => {
                start == 0
                    && (alone || called)
                    && name.chars().all(|c| {
                        c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
                    })
            }
            _ => alone || called || keyword || method,
        };
        let name = match rest.starts_with('!') && or == Kind::Rust {
            true => format!("{name}!"),
            false => name.to_owned(),
        };
        let starts_well =
            name.starts_with(|c: char| c.is_alphabetic() || c == '_');
        if wanted
            && !quoted
            && starts_well
            && name.chars().count() > 1
            && !KEYWORDS.contains(&name.as_str())
        {
            names.push((name, kind));
        }
    }
    names
}

/// Words of the languages, which name nothing that a page is about.
const KEYWORDS: [&str; 14] = [
    "Err", "False", "None", "Ok", "Some", "True", "async", "bool", "false",
    "match", "move", "self", "true", "unsafe",
];

#[cfg(test)]
mod tests {
    use super::{Kind, key, names};

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for name in ["exit code", "exitcode", "exit_code", " Exit-Code "] {
            assert_eq!(key(name), "exitcode");
        }
        assert_eq!(key("__main__"), "__main");
        assert_eq!(key("_exit"), "_exit");
        assert_eq!(key("std::process::Command"), "stdprocesscommand");
    }

    #[test]
    fn code_names_what_it_calls() {
        let of = |code, kind| -> Vec<String> {
            names(code, kind).into_iter().map(|(name, _)| name).collect()
        };
        assert_eq!(of("p.join(seconds)", Kind::Python), ["join"]);
        assert_eq!(of("run(args, text=True)", Kind::Python), ["run", "text"]);
        assert_eq!(of("os.killpg(p.pid, n)", Kind::Python), ["os.killpg"]);
        assert_eq!(of(".output()", Kind::Rust), ["output"]);
        assert_eq!(of("Stdio::piped()", Kind::Rust), ["Stdio::piped"]);
        assert_eq!(of("env(\"A\", \"1\")", Kind::Rust), ["env"]);
        assert_eq!(of("fcntl(fd, F_SETFD, 0)", Kind::SystemCall), ["fcntl"]);
        assert_eq!(of("waitid", Kind::Subject), ["waitid"]);
        assert_eq!(of("kill(SIGTERM)", Kind::Python), ["kill", "SIGTERM"]);
    }
}
