//! Reads the terms of one page: its title, its headings, the code in its text
//! and in its tables.

use std::collections::HashSet;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::collected::Collected;
use super::names::{kind_of, names};
use super::term::{Kind, Place, Weight};

/// Reads one page.
pub struct Reader<'a> {
    page: usize,
    path: &'a str,
    terms: &'a mut Collected,
    pub anchors: HashSet<String>,
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
    pub fn new(page: usize, path: &'a str, terms: &'a mut Collected) -> Self {
        let anchors = HashSet::new();
        Reader { page, path, terms, anchors, anchor: String::new() }
    }

    fn place(&self, weight: Weight) -> Place {
        Place { weight, page: self.page, anchor: self.anchor.clone() }
    }

    /// The page's title is a term, and so are names in it.
    pub fn title(&mut self, title: &str) {
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

    pub fn read(&mut self, text: &str) {
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
