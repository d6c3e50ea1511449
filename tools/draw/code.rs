//! Source code as HTML, coloured when the book is built, so that a page needs
//! no script for it and a mark in a comment can be a link.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

use crate::html::escape;

static SYNTAXES: LazyLock<SyntaxSet> =
    LazyLock::new(SyntaxSet::load_defaults_newlines);

/// The beginning of a scope's name, and the class of the colour it gets. The
/// innermost scope that has a row here decides.
static CLASSES: LazyLock<Vec<(Scope, &str)>> = LazyLock::new(|| {
    let rows = [
        ("comment", "c"),
        ("string", "s"),
        ("constant.character", "s"),
        ("constant", "n"),
        ("entity.name.function", "f"),
        ("support.function", "f"),
        ("support.macro", "f"),
        ("variable.function", "f"),
        ("entity.name", "t"),
        ("support.type", "t"),
        ("support.class", "t"),
        ("storage", "k"),
        ("keyword.operator", ""),
        ("keyword", "k"),
        ("variable.language", "k"),
        ("meta.annotation", "a"),
        ("markup.inserted", "ins"),
        ("markup.deleted", "del"),
        ("meta.diff", "c"),
    ];
    let scope = |name| Scope::new(name).expect("a scope's name");
    rows.map(|(name, class)| (scope(name), class)).to_vec()
});

/// A language, a text in it, and that text coloured.
type Coloured = HashMap<(String, String), String>;

/// What this process has coloured, so that a rebuild colours what has changed.
static COLOURED: LazyLock<Mutex<Coloured>> = LazyLock::new(Mutex::default);

/// What an earlier process has coloured.
static EARLIER: LazyLock<Mutex<Coloured>> = LazyLock::new(Mutex::default);

/// This code and the versions of all crates: who else colours, does it anew.
const VERSION: [&str; 3] = [
    include_str!("code.rs"),
    include_str!("../html.rs"),
    include_str!("../../Cargo.lock"),
];

fn lock(coloured: &Mutex<Coloured>) -> MutexGuard<'_, Coloured> {
    coloured.lock().unwrap_or_else(PoisonError::into_inner)
}

fn version() -> u64 {
    let mut hasher = DefaultHasher::new();
    VERSION.hash(&mut hasher);
    hasher.finish()
}

/// Takes from `file` what an earlier build has coloured, if there is anything.
pub fn recall(file: &Path) {
    let Ok(text) = fs::read(file) else { return };
    let known = serde_json::from_slice::<(u64, Vec<_>)>(&text);
    if let Ok((made_by, coloured)) = known
        && made_by == version()
    {
        lock(&EARLIER).extend(coloured);
    }
}

/// Writes what was coloured into `file`, for the next build.
pub fn keep(file: &Path) -> io::Result<()> {
    let coloured = lock(&COLOURED);
    let known = (version(), coloured.iter().collect::<Vec<_>>());
    fs::write(file, serde_json::to_vec(&known)?)
}

/// Colours `code`; a language without a grammar stays plain.
pub fn html(language: &str, code: &str) -> String {
    let key = (language.to_owned(), code.to_owned());
    if let Some(html) = lock(&COLOURED).get(&key) {
        return html.clone();
    }
    let earlier = lock(&EARLIER).remove(&key);
    let html = earlier.unwrap_or_else(|| colour(language, code));
    lock(&COLOURED).insert(key, html.clone());
    html
}

fn colour(language: &str, code: &str) -> String {
    let Some(syntax) = SYNTAXES.find_syntax_by_token(language) else {
        return escape(code);
    };
    let mut state = ParseState::new(syntax);
    let mut scopes = ScopeStack::new();
    let mut out = String::with_capacity(2 * code.len());
    for line in code.split_inclusive('\n') {
        let Ok(changes) = state.parse_line(line, &SYNTAXES) else {
            return escape(code);
        };
        let mut open = "";
        let mut start = 0;
        let ends = changes.iter().map(|(at, change)| (*at, Some(change)));
        for (end, change) in ends.chain([(line.len(), None)]) {
            let text = &line[start..end];
            if !text.is_empty() {
                // The line's end stays outside, so that spans never cross it.
                let text = text.strip_suffix('\n').unwrap_or(text);
                let class = class(&scopes);
                if class != open {
                    close(&mut out, open);
                    if !class.is_empty() {
                        out.push_str(&format!("<span class=\"{class}\">"));
                    }
                    open = class;
                }
                out.push_str(&escape(text));
            }
            start = end;
            if let Some(change) = change
                && scopes.apply(change).is_err()
            {
                return escape(code);
            }
        }
        close(&mut out, open);
        if line.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

fn close(out: &mut String, open: &str) {
    if !open.is_empty() {
        out.push_str("</span>");
    }
}

fn class(scopes: &ScopeStack) -> &'static str {
    let class_of = |scope: &Scope| {
        let mut rows = CLASSES.iter();
        rows.find(|(prefix, _)| prefix.is_prefix_of(*scope))
    };
    scopes.scopes.iter().rev().find_map(class_of).map_or("", |(_, class)| class)
}
